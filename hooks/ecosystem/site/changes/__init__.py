"""The history of the data in plain language: what came, changed and went, as pages by month and as a feed."""

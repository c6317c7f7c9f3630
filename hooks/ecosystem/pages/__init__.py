"""Pages: what stands in and around any page, and how it becomes a document."""

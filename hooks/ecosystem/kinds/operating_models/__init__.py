"""Operating models: described ways of working that others can reuse."""

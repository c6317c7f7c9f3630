"""Figures: published numbers with their days and sources."""

"""Offerings: what Finnish organisations offer to partners abroad, and the catalogue of them."""

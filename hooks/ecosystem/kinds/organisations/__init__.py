"""Organisations of the international offering: whoever provides, hosts or meets, under one address for life."""

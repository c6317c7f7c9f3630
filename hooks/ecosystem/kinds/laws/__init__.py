"""Laws: acts, bills and rules of the European Union that steer AI in health and social services."""

"""What everything stands on: languages, settings, files, YAML that knows its places, and problems at those places."""

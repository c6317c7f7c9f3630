"""The words of the interface and of messages in each language, and how each language writes dates and numbers."""

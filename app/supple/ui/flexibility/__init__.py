"""The Flexibility page."""

"""The editor for a pose of one's own."""

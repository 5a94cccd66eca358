"""The page that leads through a session."""

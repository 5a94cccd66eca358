"""The only room where time enters a session."""

"""A person's own routines, and the files of theirs that could not be read."""

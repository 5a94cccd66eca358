"""The printed sheet of a routine."""

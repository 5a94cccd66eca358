"""The page on which a routine is put together."""

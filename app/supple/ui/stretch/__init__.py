"""The page on which a stretch of one's own is written."""

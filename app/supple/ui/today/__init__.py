"""The page that opens: what to do now, and how the week goes."""

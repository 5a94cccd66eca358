"""The page of documents, studies and rules."""

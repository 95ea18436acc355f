"""Papers: a view of a record in, a PDF out."""

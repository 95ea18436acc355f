"""Papers: a plain view of the record in, a PDF out. Typefaces, line breaking, layout, archive form, checking, printing."""

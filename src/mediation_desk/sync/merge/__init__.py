"""How one op is judged against a centre's log, and what the log makes of it: the same code at central and on a desk."""

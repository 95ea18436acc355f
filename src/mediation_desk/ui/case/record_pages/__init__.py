"""The pages of the records behind the other papers: each a short form, written by one action."""

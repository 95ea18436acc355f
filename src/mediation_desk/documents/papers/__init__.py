"""One module a paper: its view, and its parts in the order the forms give (domain §4)."""

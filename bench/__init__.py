"""How quick and how small the program is, measured beside a limit in the same run: ``python -m bench`` (``make bench``)."""

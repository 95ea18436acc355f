"""Desks and central apart and together again: what travels, how it is judged, what comes next. Pure; no SQL, no clock."""

"""Versioned data that ships with the program: codes, calendars, fixed wording, languages."""

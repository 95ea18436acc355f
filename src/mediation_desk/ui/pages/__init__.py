"""The pages around the cases: today, the list, a new registration, this desk."""

"""The sample desk: three centres with thirty cases in all stages, to look at and to learn with."""

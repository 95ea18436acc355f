"""The case workspace: the dossier with its pages, and the base that every page stands on."""

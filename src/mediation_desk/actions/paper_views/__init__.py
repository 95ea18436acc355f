"""One small module a paper: what of a case the paper shows, and what it still needs."""

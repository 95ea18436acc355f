"""The way in: setting up, unlocking the desk, signing in. Kept light: the window waits for it."""

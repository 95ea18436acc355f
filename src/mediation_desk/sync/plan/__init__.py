"""What a desk does next towards central, and what each answer changes: state in, steps and new state out."""

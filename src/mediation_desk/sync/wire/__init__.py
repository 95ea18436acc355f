"""What travels between a desk and central: types, bytes, seals and limits."""

"""Small widgets with one thought each; every page is built from them."""

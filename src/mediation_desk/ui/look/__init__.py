"""How the desk looks: one set of tokens, one style sheet, one scale; light and dark mean the same."""

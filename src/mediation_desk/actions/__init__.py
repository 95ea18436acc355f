"""What a person does, one function each. The window and the command line call only these."""

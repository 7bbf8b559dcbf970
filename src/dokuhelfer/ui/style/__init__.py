"""How the window looks: the table of tokens and what is made of it."""

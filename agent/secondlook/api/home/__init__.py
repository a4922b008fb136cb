"""The home page: its door (sign-in without cookies), its page, and its routes. Import nothing here: the guard reads `door`."""

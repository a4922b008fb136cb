"""One file for each kind of export: the header it is known by, and the columns it reads."""

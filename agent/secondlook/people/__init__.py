"""Who is a student and who is an employee: reading exports, the keyed index of names, and the look-up in it."""

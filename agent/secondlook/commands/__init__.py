"""The commands of `secondlook`, one file each: `add(commands)` declares it, and a function runs it and returns the exit status.

Output goes to stdout, remarks to stderr, errors are raised as `SecondLookError`; `cli.py` turns them into one sentence.
"""

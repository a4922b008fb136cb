"""One recognizer a file; the file's name is its id. The engine walks this folder: adding a recognizer is adding a file.

Each file holds one class with `kind`, `context` and `find(reading)`, as `detection/match.py` describes.
"""

"""Measuring tools: quality, speed, and what the cues around names are worth. A package, so that `bench.py` in it is not taken for it."""

"""Second Look: a second look at a post before it goes out, checked on this laptop."""

__version__ = "0.1.0"

"""Second Look: a second look at a post before it goes out, checked on this laptop."""

import os

__version__ = "0.1.0"

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
"""Pydantic would hand every text it validates to any plugin that happens to be installed, and look for one through all packages first."""

"""Fixtures of the API tests; `api_doorway` holds the machinery, where tests can import it."""

from api_doorway import doorway

__all__ = ["doorway"]

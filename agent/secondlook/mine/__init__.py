"""What the home page shows a person of their own things, and changes for them: hours, accounts, what is kept, orientation.

Nothing about what somebody typed or did ever comes near here. Called by the routes of `api/home/`, through `Mine`.
"""

from __future__ import annotations

from secondlook.mine.mine import Mine

__all__ = ["Mine"]

"""What is kept about a person, in one SQLite file: exceptions as keyed hashes, the consent ledger, and settings.

No text and no count of what somebody did may ever get a column here, and no student's name: that one arrives already as
a keyed hash. The ledger keeps colleagues' names as the person typed them, for the person to read. Called by `my_people.py`
and `app.py`.
"""

from __future__ import annotations

from secondlook.store.consents import ConsentRow, Consents
from secondlook.store.database import StoreState, StoreUnavailableError
from secondlook.store.kept import ExceptionKind, KeptException, Store
from secondlook.store.school_year import school_year_end

__all__ = [
    "ConsentRow",
    "Consents",
    "ExceptionKind",
    "KeptException",
    "Store",
    "StoreState",
    "StoreUnavailableError",
    "school_year_end",
]

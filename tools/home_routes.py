"""The home page's routes as the API's document tells them: what each takes and gives. Data for `generate_openapi.py`."""

from __future__ import annotations

from pydantic import BaseModel

from secondlook import contract
from secondlook.mine import contract as mine
from secondlook.settings.profile import ProfessionalAccount

MODELS: tuple[type[BaseModel], ...] = (
    mine.SignInCode, mine.SignIn, mine.HomeToken, mine.Accounts, mine.Coach, mine.Hours, mine.ChooseHours, mine.Kept,
    mine.DeleteEverything, mine.Deleted, mine.PolicyInWords, mine.Orientation, mine.FinishOrientation, ProfessionalAccount,
)  # fmt: skip

Told = tuple[str, type[BaseModel] | None, type[BaseModel] | str | None]
HOME: dict[tuple[str, str], Told] = {
    ("GET", "/home"): ("The home page: a shell that holds nothing of the person", None, "text/html"),
    ("POST", "/home/codes"): ("A single-use code, for a program that holds the home's key", None, mine.SignInCode),
    ("POST", "/home/sessions"): ("Swap a code for a token", mine.SignIn, mine.HomeToken),
    ("GET", "/home/status"): ("The state of every link", None, contract.StatusReport),
    ("POST", "/home/pause"): ("Pause for a while, or go on at once", contract.Pause, None),
    ("POST", "/home/checks"): (
        "Decide about a post of the orientation, with the invented roster only",
        contract.Attempt,
        contract.Decision,
    ),
    ("GET", "/home/exceptions"): ("As under /v1", None, contract.KeptExceptions),
    ("POST", "/home/exceptions"): ("As under /v1", contract.NotAStudent, None),
    ("DELETE", "/home/exceptions"): ("As under /v1", contract.RemoveException, contract.Removed),
    ("GET", "/home/consents"): ("As under /v1", None, contract.KeptConsents),
    ("POST", "/home/consents"): ("As under /v1", contract.Consent, contract.KeptConsent),
    ("DELETE", "/home/consents"): ("As under /v1", contract.WithdrawConsent, contract.Removed),
    ("POST", "/home/today"): ("As under /v1", contract.Today, None),
    ("GET", "/home/accounts"): ("The accounts that are work, and coaching", None, mine.Accounts),
    ("POST", "/home/accounts"): ("Put an account on the person's list", ProfessionalAccount, mine.Accounts),
    ("DELETE", "/home/accounts"): ("Take one off it", ProfessionalAccount, contract.Removed),
    ("POST", "/home/coach"): ("Keep whether the person coaches a team", mine.Coach, mine.Accounts),
    ("GET", "/home/hours"): ("The week, and today with its reason", None, mine.Hours),
    ("POST", "/home/hours"): ("Keep a staff group, a week of one's own, or neither", mine.ChooseHours, mine.Hours),
    ("GET", "/home/kept"): ("Everything that is kept", None, mine.Kept),
    ("DELETE", "/home/kept"): ("Delete everything about the person", mine.DeleteEverything, mine.Deleted),
    ("GET", "/home/policy"): ("The policy, clause by clause, in the reader's language", None, mine.PolicyInWords),
    ("GET", "/home/orientation"): ("Whether this school year's reading is due", None, mine.Orientation),
    ("POST", "/home/orientation"): ("Keep that it was read", mine.FinishOrientation, mine.Orientation),
}

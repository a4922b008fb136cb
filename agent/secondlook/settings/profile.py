"""The person as a check sees them: coach or not, whose copy counts, which accounts are professional, whose parent they are.

Data only. Made from the settings files, or read from a line of `check --jsonl`. No name shows in a repr.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from secondlook.contract import Name, Wire

SiteName = Annotated[str, Field(pattern=r"^[a-z0-9_+.-]{1,40}$")]


class ProfessionalAccount(Wire):
    """An account or Page that is the person's work: any one of the three names tells it.

    Attributes:
        site: where; None = on any site.
        handle, name, id: as the site writes them.

    """

    site: SiteName | None = None
    handle: Name | None = Field(default=None, repr=False)
    name: Name | None = Field(default=None, repr=False)
    id: Name | None = Field(default=None, repr=False)


class Profile(Wire):
    """What is known about the person who acts. On `check --jsonl` a line may carry one.

    Attributes:
        coach: whether they coach a team.
        copies: names or handles of athletic director and principal; one in a thread is the copy clause D-coach asks for.
        professional_accounts: theirs and the district's; a plain word is a handle, name or id on any site.
        own_children: names or handles; on a laptop these are kept as keyed hashes and not here.

    """

    coach: bool = False
    copies: list[Name] = Field(default=[], max_length=100, repr=False)
    professional_accounts: list[ProfessionalAccount | Name] = Field(default=[], max_length=3_000, repr=False)
    own_children: list[Name] = Field(default=[], max_length=50, repr=False)


NO_PROFILE = Profile()

"""Reading a Windows security descriptor. Only the reading: fetching one needs Windows, which these tests do not have."""

from __future__ import annotations

import pytest

from secondlook.district.windows_rights import open_to_all, outsiders

CLOSED = "O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
"""As docs/admin/district.md sets it: administrators and the system write, users read."""


@pytest.mark.parametrize(
    "sddl",
    [
        CLOSED,
        "O:SYG:SYD:(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)",
        "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:PAI(A;;FA;;;BA)(A;;FRFX;;;WD)",
        "O:BAG:SYD:PAI(A;OICIIO;GA;;;CO)(A;;FA;;;S-1-5-32-544)",
        "O:BAG:SYD:PAI(D;;FA;;;BG)(A;;FA;;;SY)(A;;CCSWWPLORC;;;BU)",
        "O:BAG:SYD:PAI(A;;FA;;;SY)S:(AU;SAFA;DCLCRPCRSDWDWO;;;WD)",
    ],
)
def test_administrators_alone(sddl: str) -> None:
    """Owned and written by administrators; reading, refusals, what is for new files below, and auditing do not count."""
    assert list(outsiders(sddl)) == []


@pytest.mark.parametrize(
    ("sddl", "who"),
    [
        (
            "O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)",
            "BU",
        ),  # what %ProgramData% hands down
        ("O:S-1-5-21-1-2-3-1001G:DUD:PAI(A;;FA;;;BA)", "S-1-5-21-1-2-3-1001"),
        (CLOSED + "(A;;0x1301bf;;;AU)", "AU"),
        (CLOSED + "(A;;GA;;;WD)", "WD"),
        (CLOSED + "(A;;FW;;;S-1-5-21-1-2-3-513)", "S-1-5-21-1-2-3-513"),
        (CLOSED + "(A;;WO;;;IU)", "IU"),
        (CLOSED + "(XA;;FA;;;BU;(1))", "BU"),
        ("O:BAG:SYD:NO_ACCESS_CONTROL", "?"),
        ("O:BAG:SY", "?"),
        ("", "?"),
    ],
)
def test_somebody_else(sddl: str, who: str) -> None:
    """An owner or a right to write of anybody else is seen; what cannot be read counts as open."""
    assert who in list(outsiders(sddl))


@pytest.mark.parametrize(
    ("sddl", "everybody"),
    [
        ("O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;S-1-5-21-1-2-3-1120)", False),
        ("O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(D;;FA;;;BU)", False),
        (CLOSED, True),
        ("O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FR;;;S-1-5-11)", True),
        ("O:BAG:SYD:NO_ACCESS_CONTROL", True),
    ],
)
def test_who_may_read_the_key(sddl: str, everybody: bool) -> None:
    """A group of one's own may; a group that everybody is in may not."""
    assert open_to_all(sddl) is everybody

"""Which of the three languages a request prefers. Pure; used by the routes and by the answers given before they are there."""

from __future__ import annotations

from secondlook.contract import Language


def preferred(header: str) -> Language:
    """The first of en, es and pt in an Accept-Language header, by weight; English when there is none."""
    weighed: list[tuple[float, str]] = []
    for entry in header.split(","):
        code, _, rest = entry.strip().partition(";")
        weight = rest.strip().removeprefix("q=")
        try:
            weighed.append((-float(weight) if weight else -1.0, code.partition("-")[0].lower()))
        except ValueError:
            continue
    for _, primary in sorted(weighed, key=lambda it: it[0]):
        if primary in ("en", "es", "pt"):
            return primary  # type: ignore[return-value]  # one of the three, as just tested
    return "en"

"""An e-mail address on the wrong kind of account (policy IHB, D-email).

A private one on a professional account, or the district's on a personal one. Which account acts comes with the
settings; an unknown one counts as personal. Terms: `personal_email.json`, domains by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from secondlook.contract import Kind
from secondlook.detection.contacts import EMAIL
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

_WRITTEN_OUT = re.compile(
    r"(?<![\w.+-])[a-z0-9][\w.+-]{1,63}(?: (?:dot|punto|ponto) \w{1,30}){0,2}(?: ?@ ?| ?[\[(<{] ?(?:at|arroba|@) ?[\])>}] ?| (?:at|arroba) )$"
)
"""What stands before a domain that is spelled out: "dana dot w at gmail dot com"."""
_BARE_WORD = re.compile(r"[a-z]+ (?:at|arroba) ")
_ENDING = re.compile(r" ?(?:\.|[\[(]? ?(?:dot|punto|ponto)\b ?[\])]?) ?[a-z]{2,6}\b")


class Address(NamedTuple):
    """An address in folded offsets and its domain."""

    start: int
    end: int
    domain_start: int
    domain: str


class PersonalEmailRecognizer:
    """An address that mixes the professional with the personal."""

    kind: Kind = "PERSONAL_EMAIL"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("personal_email",)
    signs: str = "@"

    def find(self, reading: Reading) -> list[Match]:
        """Addresses whose domain does not go with the account."""
        settings, found = reading.settings, []
        consumer = reading.terms("personal_email.consumer")
        district = reading.terms("personal_email.district")
        for it in [*_plain(reading), *_written_out(reading, [*consumer, *district])]:
            known = it.domain in settings.district_domains or any(_at_end(hit, it) for hit in district)
            if settings.account == "professional":
                wrong = not known and any(it.domain_start <= hit.start < it.end for hit in consumer)
                why = "a private domain on a professional account"
            else:
                wrong = known and it.domain not in settings.student_domains
                why = "the district's domain on a personal account"
            if wrong:
                found.append(Match(self.kind, *reading.original_span(it.start, it.end), 0.9, f"e-mail: {why}"))
        return found


def _plain(reading: Reading) -> Iterator[Address]:
    text = reading.folded.text
    if "@" in text:
        for mail in EMAIL.finditer(text):
            yield Address(mail.start(), mail.end(), mail.start(1), mail.group(1))


def _written_out(reading: Reading, domains: list[TermHit]) -> Iterator[Address]:
    """Addresses with words for their signs, or with spaces around them; found from the domain's name backwards."""
    text = reading.folded.text
    for hit in domains:
        before = _WRITTEN_OUT.search(text[max(0, hit.start - 140) : hit.start])
        if before is None or (text[hit.start - 1] == "@" and text[hit.start - 2 : hit.start - 1].strip()):
            continue
        if _BARE_WORD.fullmatch(before.group()) and text[hit.start : hit.end + 1].count("."):
            continue  # "the calendar is at mps-edu.org" names a web page
        ending = _ENDING.match(text, hit.end)
        end = ending.end() if ending else hit.end
        yield Address(hit.start - len(before.group()), end, hit.start, re.sub(r"\s", "", text[hit.start : end]))


def _at_end(hit: TermHit, address: Address) -> bool:
    """Whether the domain is the district's or, with a subdomain that no student domain claims, ends in it."""
    return address.domain_start <= hit.start and hit.end == address.end and hit.start == address.domain_start

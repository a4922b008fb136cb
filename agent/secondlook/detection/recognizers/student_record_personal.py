"""Student records: birth date, home address, bus stop, a parent's phone or e-mail, a student's login.

34 CFR 99.3. Addresses and numbers are patterns; each counts only when it is tied to a child. Terms: `student_record_personal.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.detection.contacts import EMAIL, digits_of, phones, student_addresses
from secondlook.detection.late_pattern import late
from secondlook.detection.name_weights import probability
from secondlook.detection.reading import Reading
from secondlook.detection.record import RecordRecognizer, Span

_DATE = late(
    r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2} de [a-z]+(?: de (?:19|20)\d\d)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?"
    r"|20[01]\d)\b"
)
_ADDRESS = late(
    r"\b\d{1,5} (?:[a-z][a-z.'-]* ){1,3}?(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|ct|court|blvd|boulevard|way"
    r"|circle|cir|terrace|ter|pl|place|pkwy)\b\.?(?:,? (?:apt|unit|#) ?[\w-]{1,5})?"
    r"|\b(?:[a-z]+ ){1,2}(?:street|st|avenue|ave|road|rd),? \d{1,5}\b"
    r"|\b\d{1,5} (?:calle|avenida|rua) [a-z]+\b|\b(?:calle|avenida|rua|av\.) (?:[a-z]+,? ){1,4}?(?:#|n\.? ?|numero )?\d{1,5}\b"
)
CLEARLY = 0.5
"""How likely a whole name must be a pupil's for an address beside it to be a home."""
_NEAR = 40
"""Letters between a pupil's whole name and the address that it is told with: "Sean Jordan, 48 Neil Street"."""
_ID = late(r"(?<!\w)\d{4,10}(?!\w)")
"""A number beside a login is told as the student's id, and so is the address that is one."""
_OF_SCHOOL = late(
    r"\b(?:office|school|front desk|hotline|extension|teacher|advisor|coach|nurse|counselor|guidance|transportation"
    r"|oficina|escuela|enfermeria|secretaria|maestr[ao]|consejer[ao]|direccion|escola|enfermaria|professora?|diretoria"
    r"|coordenacao)\b"
    r"(?:(?!\b(?:mom|mother|dad|father|parents?|guardian|grandma|cell|his|her|mama|papa|madre|padre|abuel[ao]|tutora?|mae|pai"
    r"|responsavel|avo)\b)[^.!?\n])*\Z"
)
"""The number after it is a public one of the school, unless a parent stands between."""


class PersonalRecord(RecordRecognizer):
    """Where a child lives, when it was born, how to reach its family."""

    family = "personal"

    def may_speak(self, reading: Reading) -> bool:
        """Whether there is a word of the family, or a figure of an address."""
        return super().may_speak(reading) or reading.has_digit

    def strong(self, reading: Reading) -> Iterator[Span]:
        """Dates after a birth word, addresses after a home word, contacts beside a parent, logins."""
        text = reading.folded.text
        for hit in reading.terms("student_record_personal.birth"):
            yield from (it.span() for it in _DATE.finditer(text, hit.end, min(len(text), hit.end + 40)))
        homes = {hit.sentence for hit in reading.terms("student_record_personal.address")}
        for match in _ADDRESS.finditer(text) if reading.has_digit else ():
            place = reading.sentence_at(match.start())
            if homes & {place, place + 1} or _beside_a_pupil(reading, match.start()):
                yield match.span()
        yield from ((hit.start, hit.end) for hit in reading.terms("student_record_personal.bus"))
        parents = {hit.sentence for hit in reading.terms("student_record_personal.parent")}
        public = {digits_of(number) for number in reading.settings.school_phones} if parents else set()
        for phone in phones(text) if parents else ():
            known = (
                phone.digits in public
                or phone.toll_free
                or _OF_SCHOOL.search(text, max(0, phone.start - 60), phone.start)
            )
            if reading.sentence_at(phone.start) in parents and not known:
                yield phone.start, phone.end
        for mail in EMAIL.finditer(text) if parents else ():
            if reading.sentence_at(mail.start()) in parents:
                yield mail.span()
        logins = reading.terms("student_record_personal.login")
        told = {reading.sentence_at(start) for start in _ids(reading)} if logins else set()
        for hit in logins:
            if hit.sentence not in told:
                yield hit.start, hit.end


def _ids(reading: Reading) -> Iterator[int]:
    """Where numbers and the students' own addresses begin."""
    yield from (it.start() for it in _ID.finditer(reading.folded.text))
    yield from (start for start, _ in student_addresses(reading))


def _beside_a_pupil(reading: Reading, start: int) -> bool:
    """Whether a pupil's whole name ends shortly before."""
    return any(
        it.candidate.sort == "full" and probability(it.odds) >= CLEARLY and 0 <= start - it.candidate.span[1] <= _NEAR
        for it in reading.weighed_names
    )

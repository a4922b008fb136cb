"""From the bytes of an export to its text: encodings, stray NUL bytes, accents that a spreadsheet has broken.

Knows no columns. Called by `delimited.py`.
"""

from __future__ import annotations

import re

from secondlook.errors import BadRosterError

_BROKEN = re.compile(r"[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0]")
"""UTF-8 that was read as Windows-1252: "Ã©" for "é"."""
_FORMULA_TEXT = re.compile(r'=\s*"([^"]*)"')
_BINARY_SHARE = 0.01
_WIDE_SHARE = 0.2


def decode(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and remarks for the report on what had to be mended.

    Raises:
        BadRosterError: not a text file.

    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace").replace("\0", ""), ()
    remarks: list[str] = []
    if b"\0" in raw:
        sample = raw[:4096]
        share = sample.count(0) / len(sample)
        if share > _WIDE_SHARE and sample[1::2].count(0) > sample[::2].count(0):
            return raw.decode("utf-16-le", errors="replace").replace("\0", ""), ()
        if share > _BINARY_SHARE or raw.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
            raise BadRosterError(f"{name}: not a text file; export the roster as CSV.")
        raw = raw.replace(b"\0", b"")
        remarks.append("NUL bytes were dropped; the file may have been damaged on its way")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
        remarks.append("not UTF-8; read as Windows-1252, so look whether accents came through")
    if _BROKEN.search(text):
        remarks.append("accents had been broken by a spreadsheet and were mended where that was possible")
    return text, tuple(remarks)


def repair(cell: str) -> str:
    """A cell without the marks that spreadsheets leave: blanks around it, ="…", accents read in the wrong encoding."""
    cell = cell.strip()
    if cell.startswith("=") and (match := _FORMULA_TEXT.fullmatch(cell)):
        cell = match.group(1).strip()
    if _BROKEN.search(cell):
        try:
            return cell.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return cell
    return cell

"""Letters that look like Latin letters but are not, as a table of code points; used by `fold.py` alone.

NFKC already turns full-width, circled, squared and mathematical letters into plain ones; this table holds what it
leaves alone (Unicode TR 39 speaks of "confusables"). Written by us for names, from the look of letters in common fonts.
"""

from __future__ import annotations

_ROWS = (
    # Cyrillic, capitals and small letters
    ("АВЕЅІЈКМНОРСТУХЗԚԜҮЬ", "abesijkmhopctyx3qwyb"),
    ("авеѕіјкмнорстухԛԝҮүһԁӏҽгпъ", "abesijkmhopctyxqwyyhdlernb"),
    ("ЯИШЦЛФӨөөѡіїЇӘә", "rnwunfooowiiiee"),
    # Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϲ", "abezhikmnoptyxcc"),
    ("αβγεζηικμνορτυχωσςϳΣ", "abyezniku" + "voptuxwoc" + "je"),
    # Armenian
    ("օոսհցզքպԼՏ", "onuhgqqnls"),
    # Latin letters of phonetic alphabets, small capitals among them
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢꞯ", "abcdefghijklmnoprstuvwyzq"),
    ("ɑɡɩɪʋʍɯǝəɐɔƨƽɾɹʇʌʎɥɓɗɦɱɲʂʈʐ", "agiiuwmeeacsrrrtvyhbdhmnstz"),
    ("ǫɋƍƒʟɭɫƚłŁøØđĐðÐħĦŧŦıȷæ", "qqqflllll" + "looddddhhttij" + "a"),
    # Cherokee capitals and Lisu
    ("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏃᏢᏒᏚᎢᏙᏔᎩᏃᎡᏕ", "abcdeghijklmnprstvwyzrs"),
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz"),
)
"""Each look-alike above its plain small letter."""

LOOK_ALIKES: dict[str, str] = {
    **{odd: plain for odds, plains in _ROWS for odd, plain in zip(odds, plains, strict=True)},
    **{chr(0x1F150 + i): chr(ord("a") + i) for i in range(26)},  # negative circled letters
    **{chr(0x1F170 + i): chr(ord("a") + i) for i in range(26)},  # negative squared letters
    **dict.fromkeys("’‘‛ʼʹ′`´＇ꞌ", "'"),
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ẞ": "ss", "þ": "th", "Þ": "th",
}  # fmt: skip
"""One character to one or a few plain ones, already in small letters."""

INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810))))
)
"""Characters that show nothing and are not in Unicode's category Cf, which `fold` drops as well."""

LEET = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "€": "e", "+": "t"}
"""Digits and signs that stand for one letter inside a word; 1, ! and | stand for i or l and are tried as both."""

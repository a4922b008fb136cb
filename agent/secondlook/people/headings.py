"""Says in a sentence which columns a file has, so that somebody can map them; shows a heading only when it surely is one.

A file without a header row has somebody's name there, so a heading with a word that we do not know is not shown.
Called by the formats when a header is not known.
"""

from __future__ import annotations

import re

from secondlook.people.delimited import Table
from secondlook.people.forbidden import is_forbidden

_WORDS = frozenset(
    [
        "id",
        "ids",
        "name",
        "names",
        "first",
        "last",
        "middle",
        "given",
        "family",
        "surname",
        "full",
        "legal",
        "preferred",
        "nick",
        "nickname",
        "student",
        "students",
        "pupil",
        "teacher",
        "staff",
        "employee",
        "person",
        "user",
        "users",
        "login",
        "username",
        "email",
        "mail",
        "e",
        "address",
        "primary",
        "local",
        "state",
        "district",
        "lasid",
        "sasid",
        "number",
        "no",
        "num",
        "code",
        "yog",
        "year",
        "graduation",
        "grade",
        "level",
        "homeroom",
        "school",
        "building",
        "campus",
        "room",
        "section",
        "class",
        "course",
        "team",
        "house",
        "status",
        "enrolled",
        "enrollment",
        "active",
        "entry",
        "exit",
        "start",
        "end",
        "date",
        "created",
        "modified",
        "role",
        "title",
        "department",
        "org",
        "unit",
        "path",
        "type",
        "sourced",
        "identifier",
        "nombre",
        "nombres",
        "apellido",
        "apellidos",
        "nome",
        "sobrenome",
        "matricula",
        "escuela",
        "escola",
        "grado",
        "serie",
        "turma",
        "clase",
        "aluno",
        "alumno",
    ]
)
_MOST_SHOWN = 30


def explain_columns(table: Table) -> str:
    """What the columns are called, by number, and how to map them."""
    told = [_told(place, table) for place in range(min(len(table.columns), _MOST_SHOWN))]
    return (
        f"Its columns: {', '.join(told)}. Say what they are, by heading or by number: "
        '--map "Name=last_first,LASID=id,YOG=year" or --map "1=last,2=first".'
    )


def _told(place: int, table: Table) -> str:
    heading = table.headings[place]
    if is_forbidden(table.columns[place]):
        return f"{place + 1} (never read)"
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", heading)
    shown = words and all(word.casefold() in _WORDS for word in words) and not re.search(r"\d{3}", heading)
    return f'{place + 1} "{heading}"' if shown else f"{place + 1} (heading not shown, it may be somebody's name)"

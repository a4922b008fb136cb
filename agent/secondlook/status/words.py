"""The sentences about each link in English, Spanish and Brazilian Portuguese, and how dates and times are written.

Keys are `<link>_<how it stands>`; a key of `NEXT` is the step that mends it, and commands stay as they are typed.
Called by `report.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from secondlook.contract import Language, LinkName
from secondlook.status.sentences import OVERALL, SAYS
from secondlook.status.steps import NEXT

LANGUAGES: tuple[Language, ...] = ("en", "es", "pt")
TITLES: dict[LinkName, tuple[str, str, str]] = {
    "agent": ("Agent", "Agente", "Agente"),
    "browser": ("Browser", "Navegador", "Navegador"),
    "hosts": ("Pairing with browsers", "Conexión con los navegadores", "Conexão com os navegadores"),
    "roster": ("Roster", "Lista de estudiantes", "Lista de estudantes"),
    "names": ("Name model", "Modelo de nombres", "Modelo de nomes"),
    "rules": ("Rules", "Reglas", "Regras"),
    "district": ("District folder", "Carpeta del distrito", "Pasta do distrito"),
    "calendar": ("Calendar", "Calendario", "Calendário"),
    "clock": ("Clock", "Reloj", "Relógio"),
    "settings": ("Settings", "Configuración", "Configurações"),
    "key": ("Key", "Clave", "Chave"),
    "kept": ("Kept about you", "Lo que se guarda", "O que é guardado"),
    "home": ("Folder", "Carpeta", "Pasta"),
    "practice": ("Practice page", "Página de práctica", "Página de prática"),
}
_MONTHS: dict[Language, str] = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
_AND: dict[Language, str] = {"en": " and ", "es": " y ", "pt": " e "}


def title(name: LinkName, language: Language) -> str:
    """What a link is called."""
    return TITLES[name][LANGUAGES.index(language)]


def says(key: str, language: Language, **parts: object) -> str:
    """The sentence of a link."""
    return SAYS[key][LANGUAGES.index(language)].format(**parts)


def next_step(key: str, language: Language, **parts: object) -> str:
    """The step that mends it, or "" when there is nothing to do."""
    return NEXT[key][LANGUAGES.index(language)].format(**parts) if key in NEXT else ""


def overall(key: str, language: Language, **parts: object) -> str:
    """The one sentence about everything."""
    return OVERALL[key][LANGUAGES.index(language)].format(**parts)


def joined(words: Iterable[str], language: Language) -> str:
    """Such as "a, b and c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)}{_AND[language]}{last}" if first else last


def day(when: date, language: Language) -> str:
    """Such as "Jun 30, 2027", "30 jun 2027"."""
    month = _MONTHS[language].split()[when.month - 1]
    return f"{month} {when.day}, {when.year}" if language == "en" else f"{when.day} {month} {when.year}"


def clock(when: datetime, language: Language) -> str:
    """Such as "2:05 PM", "14:05"."""
    if language != "en":
        return f"{when:%H:%M}"
    return f"{(when.hour - 1) % 12 + 1}:{when:%M} {'AM' if when.hour < 12 else 'PM'}"


def moment(when: datetime, now: datetime, language: Language) -> str:
    """The time of today, else day and time; both in the zone of `now`."""
    local = when.astimezone(now.tzinfo)
    said = clock(local, language)
    return said if local.date() == now.date() else f"{day(local.date(), language)}, {said}"


def until(when: datetime, now: datetime, language: Language) -> str:
    """As `moment`; the end of today is "tomorrow", as people say."""
    if when.astimezone(now.tzinfo) == datetime.combine(now.date() + timedelta(days=1), time(), when.tzinfo):
        return {"en": "tomorrow", "es": "mañana", "pt": "amanhã"}[language]
    return moment(when, now, language)


def days_ago(days: int, language: Language) -> str:
    """Such as "today", "yesterday", "12 days ago"."""
    if days < 2:
        return {"en": ("today", "yesterday"), "es": ("hoy", "ayer"), "pt": ("hoje", "ontem")}[language][max(days, 0)]
    return {"en": f"{days} days ago", "es": f"hace {days} días", "pt": f"há {days} dias"}[language]

"""The words of the menu in English, Spanish and Brazilian Portuguese. Everything about the state itself is `status`'s to say."""

from __future__ import annotations

from typing import Literal

from secondlook.contract import Language, PauseLength, SaidToday

Key = Literal[
    "15_minutes", "until_tomorrow", "go_on", "snow_day", "half_day", "open", "quit", "again", "no_browser", "no_host",
    "no_icon",
]  # fmt: skip
_WORDS: dict[Key | PauseLength | SaidToday, tuple[str, str, str]] = {
    "15_minutes": ("Pause for 15 minutes", "Pausar 15 minutos", "Pausar por 15 minutos"),
    "until_tomorrow": ("Pause until tomorrow", "Pausar hasta mañana", "Pausar até amanhã"),
    "go_on": ("Check again now", "Volver a revisar ahora", "Voltar a verificar agora"),
    "snow_day": ("Today is a snow day", "Hoy no hay clases por la nieve", "Hoje não há aula por causa da neve"),
    "half_day": ("Today is a half day", "Hoy es media jornada", "Hoje é meio período"),
    "open": ("Open Second Look", "Abrir Second Look", "Abrir o Second Look"),
    "quit": ("Quit", "Salir", "Sair"),
    "again": ("Try again now", "Intentar de nuevo ahora", "Tentar de novo agora"),
    "no_browser": (
        "No browser could be opened here.",
        "Aquí no se pudo abrir ningún navegador.",
        "Não foi possível abrir um navegador aqui.",
    ),
    "no_host": (
        "There is no tray here, so there is no icon. Second Look runs on; the extension shows how it stands.",
        "Aquí no hay bandeja, así que no hay icono. Second Look sigue; la extensión muestra cómo está.",
        "Não há bandeja aqui, por isso não há ícone. O Second Look continua; a extensão mostra como ele está.",
    ),
    "no_icon": (
        "No icon can be shown here. Second Look runs on; the extension shows how it stands.",
        "Aquí no se puede mostrar un icono. Second Look sigue; la extensión muestra cómo está.",
        "Não é possível mostrar um ícone aqui. O Second Look continua; a extensão mostra como ele está.",
    ),
}


def word(key: Key | PauseLength | SaidToday, language: Language) -> str:
    """The words behind a key."""
    return _WORDS[key][("en", "es", "pt").index(language)]

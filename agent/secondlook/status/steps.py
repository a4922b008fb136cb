"""The exact next step where one is needed, as data: key -> English, Spanish, Brazilian Portuguese. Read by `words.py`."""

from __future__ import annotations

Said = tuple[str, str, str]

NEXT: dict[str, Said] = {
    "agent_away": ("secondlook run", "secondlook run", "secondlook run"),
    "agent_unproven": ("secondlook run", "secondlook run", "secondlook run"),
    "agent_unlinked": (
        "Free some space on the disk, or give yourself write access to {place}.",
        "Libera espacio en el disco, o date permiso de escritura en {place}.",
        "Libere espaço no disco, ou dê a si permissão de gravação em {place}.",
    ),
    "agent_removed": (
        "If that was not meant: ask IT to install it again.",
        "Si no era la intención: pide a informática que lo instale de nuevo.",
        "Se não foi intencional: peça à TI que instale de novo.",
    ),
    "agent_homeless": (
        "Quit Second Look and start it again.",
        "Cierra Second Look y ábrelo de nuevo.",
        "Feche o Second Look e abra de novo.",
    ),
    "agent_replaced": (
        "Quit Second Look and start it again, or sign out and in.",
        "Cierra Second Look y ábrelo de nuevo, o cierra la sesión y vuelve a entrar.",
        "Feche o Second Look e abra de novo, ou saia da sessão e entre outra vez.",
    ),
    "browser_unseen": (
        "Open Facebook in a browser that has the extension.",
        "Abre Facebook en un navegador que tenga la extensión.",
        "Abra o Facebook em um navegador que tenha a extensão.",
    ),
    "browser_unknown": ("secondlook run", "secondlook run", "secondlook run"),
    "hosts_wrong": ("{command}", "{command}", "{command}"),
    "hosts_none": ("{command}", "{command}", "{command}"),
    "roster_stale": ("secondlook roster import FILE",) * 3,
    "roster_missing": ("secondlook roster import FILE",) * 3,
    "roster_broken": ("secondlook roster import FILE",) * 3,
    "roster_sealed": (
        "Ask IT: the roster comes with the district folder.",
        "Pregunta a informática: la lista llega con la carpeta del distrito.",
        "Pergunte à TI: a lista vem com a pasta do distrito.",
    ),
    "district_keyless": (
        "Deliver the roster's key to this computer (docs/admin/district.md).",
        "Entrega la clave de la lista a esta computadora (docs/admin/district.md).",
        "Entregue a chave da lista a este computador (docs/admin/district.md).",
    ),
    "district_kept": (
        "Mend what the line above names, build and deliver again (docs/admin/district.md).",
        "Corrige lo que dice la línea anterior, construye y entrega de nuevo (docs/admin/district.md).",
        "Corrija o que a linha acima indica, construa e entregue de novo (docs/admin/district.md).",
    ),
    "district_broken": (
        "Mend what the line above names, build and deliver again (docs/admin/district.md).",
        "Corrige lo que dice la línea anterior, construye y entrega de nuevo (docs/admin/district.md).",
        "Corrija o que a linha acima indica, construa e entregue de novo (docs/admin/district.md).",
    ),
    "names_missing": (
        "Install Second Look again.",
        "Instala Second Look de nuevo.",
        "Instale o Second Look de novo.",
    ),
    "names_chosen": (
        "Mend the model that SECONDLOOK_MODEL or --model names, or take the setting away.",
        "Corrige el modelo que nombra SECONDLOOK_MODEL o --model, o quita ese ajuste.",
        "Corrija o modelo indicado por SECONDLOOK_MODEL ou --model, ou retire esse ajuste.",
    ),
    "rules_aside": ("secondlook rules check {overlay}",) * 3,
    "rules_broken": (
        "Install Second Look again.",
        "Instala Second Look de nuevo.",
        "Instale o Second Look de novo.",
    ),
    "calendar_stale": (
        "Put this school year's .ics file in place of {calendar}.",
        "Pon el archivo .ics de este año escolar en lugar de {calendar}.",
        "Ponha o arquivo .ics deste ano letivo no lugar de {calendar}.",
    ),
    "calendar_missing": (
        'Name an .ics file as "calendar" in {settings}.',
        'Nombra un archivo .ics como "calendar" en {settings}.',
        'Indique um arquivo .ics como "calendar" em {settings}.',
    ),
    "calendar_snow_day": ("secondlook today normal",) * 3,
    "calendar_half_day": ("secondlook today normal",) * 3,
    "clock_doubtful": (
        "Set the time zone of this computer.",
        "Ajusta la zona horaria de esta computadora.",
        "Ajuste o fuso horário deste computador.",
    ),
    "settings_broken": (
        "Correct the file; it is taken in within seconds.",
        "Corrige el archivo; se toma en cuenta en segundos.",
        "Corrija o arquivo; a mudança vale em segundos.",
    ),
    "key_key_file": (
        "Install gnome-keyring and start from the desktop, so that new homes use it.",
        "Instala gnome-keyring e inicia desde el escritorio, para que las carpetas nuevas lo usen.",
        "Instale o gnome-keyring e inicie pela área de trabalho, para que pastas novas o usem.",
    ),
    "key_unavailable": (
        "Unlock the keyring and start Second Look again.",
        "Desbloquea el llavero e inicia Second Look de nuevo.",
        "Desbloqueie o chaveiro e inicie o Second Look de novo.",
    ),
    "kept_some": ("secondlook exceptions list; secondlook consent list",) * 3,
    "kept_aside": (
        "Delete it when you need it no more: {aside}",
        "Bórralo cuando ya no lo necesites: {aside}",
        "Apague-o quando não precisar mais dele: {aside}",
    ),
    "kept_broken": (
        "Free some space on the disk, or give yourself write access to {place}.",
        "Libera espacio en el disco, o date permiso de escritura en {place}.",
        "Libere espaço no disco, ou dê a si permissão de gravação em {place}.",
    ),
    "home_open": ("chmod 700 {place}",) * 3,
    "home_unwritable": (
        "Give yourself write access, or use --home DIR.",
        "Date permiso de escritura, o usa --home DIR.",
        "Dê a si permissão de gravação, ou use --home DIR.",
    ),
    "home_full": (
        "Free some space on the disk.",
        "Libera espacio en el disco.",
        "Libere espaço no disco.",
    ),
    "practice_unbuilt": ("make extension",) * 3,
}

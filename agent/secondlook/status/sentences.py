"""Every sentence about the state of things, as data: key -> English, Spanish, Brazilian Portuguese. Read by `words.py`."""

from __future__ import annotations

Said = tuple[str, str, str]

OVERALL: dict[str, Said] = {
    "protected": (
        "Second Look is on: it looks before you post.",
        "Second Look está activo: revisa antes de que publiques.",
        "O Second Look está ativo: ele verifica antes de você publicar.",
    ),
    "unasked": (
        "Second Look is ready; no browser has asked yet.",
        "Second Look está listo; ningún navegador ha preguntado todavía.",
        "O Second Look está pronto; nenhum navegador perguntou ainda.",
    ),
    "starting": (
        "Second Look is starting; the name model is still loading.",
        "Second Look está arrancando; el modelo de nombres aún se está cargando.",
        "O Second Look está iniciando; o modelo de nomes ainda está carregando.",
    ),
    "limited": (
        "Second Look is on, with limits; look at: {titles}.",
        "Second Look está activo, con límites; mira: {titles}.",
        "O Second Look está ativo, com limites; veja: {titles}.",
    ),
    "paused": (
        "Second Look is paused until {until}; nothing is checked.",
        "Second Look está en pausa hasta {until}; no se revisa nada.",
        "O Second Look está em pausa até {until}; nada é verificado.",
    ),
    "not_protecting": (
        "Second Look is not protecting you: it is not running.",
        "Second Look no te protege: no está en marcha.",
        "O Second Look não protege você: não está em execução.",
    ),
    "removed": (
        "Second Look is not protecting you: it was removed from this computer.",
        "Second Look no te protege: se ha quitado de esta computadora.",
        "O Second Look não protege você: foi removido deste computador.",
    ),
}

SAYS: dict[str, Said] = {
    "agent_running": (
        "Version {version} is running and answers on port {port}, since {since}.",
        "La versión {version} está en marcha y responde en el puerto {port}, desde {since}.",
        "A versão {version} está em execução e responde na porta {port}, desde {since}.",
    ),
    "agent_away": (
        "The agent is not running.",
        "El agente no está en marcha.",
        "O agente não está em execução.",
    ),
    "agent_unproven": (
        "Nothing that can prove to be the agent answers on port {port}.",
        "Nada que pueda demostrar que es el agente responde en el puerto {port}.",
        "Nada que possa provar ser o agente responde na porta {port}.",
    ),
    "agent_unlinked": (
        "The agent runs, but browsers cannot learn where: its link file cannot be written.",
        "El agente está en marcha, pero los navegadores no pueden saber dónde: no se puede escribir su archivo de enlace.",
        "O agente está em execução, mas os navegadores não sabem onde: o arquivo de ligação não pode ser gravado.",
    ),
    "agent_homeless": (
        "The agent's folder was deleted while it ran: browsers cannot find it, and nothing can be kept.",
        "La carpeta del agente se borró mientras funcionaba: los navegadores no lo encuentran y no se puede guardar nada.",
        "A pasta do agente foi apagada durante a execução: os navegadores não o encontram e nada pode ser guardado.",
    ),
    "agent_removed": (
        "Second Look was removed from this computer while it ran, so it ends.",
        "Second Look se ha quitado de esta computadora mientras funcionaba, así que se cierra.",
        "O Second Look foi removido deste computador durante a execução, por isso ele se encerra.",
    ),
    "agent_replaced": (
        "Another version was installed; version {version} is still the one that runs.",
        "Se ha instalado otra versión; la que sigue en marcha es la {version}.",
        "Outra versão foi instalada; a que ainda está em execução é a {version}.",
    ),
    "browser_seen": (
        "Last asked: {browsers}.",
        "Última consulta: {browsers}.",
        "Última consulta: {browsers}.",
    ),
    "browser_unseen": (
        "No browser has asked since the start.",
        "Ningún navegador ha preguntado desde el inicio.",
        "Nenhum navegador perguntou desde o início.",
    ),
    "browser_unknown": (
        "Only the running agent knows which browser has asked.",
        "Solo el agente en marcha sabe qué navegador ha preguntado.",
        "Só o agente em execução sabe qual navegador perguntou.",
    ),
    "hosts_ready": (
        "These can find the agent: {browsers}.",
        "Estos pueden encontrar el agente: {browsers}.",
        "Estes podem encontrar o agente: {browsers}.",
    ),
    "hosts_asked": (
        "A browser has found the agent by a manifest in another place.",
        "Un navegador ha encontrado el agente por un manifiesto en otro lugar.",
        "Um navegador encontrou o agente por um manifesto em outro lugar.",
    ),
    "hosts_wrong": (
        "In {browsers} the agent cannot be found: another host is named, or one that is gone.",
        "En {browsers} no se puede encontrar el agente: se nombra otro host, o uno que ya no existe.",
        "Em {browsers} o agente não pode ser encontrado: outro host é indicado, ou um que não existe mais.",
    ),
    "hosts_none": (
        "No browser has been told where the agent is.",
        "Ningún navegador sabe dónde está el agente.",
        "Nenhum navegador sabe onde o agente está.",
    ),
    "hosts_untold": (
        "Which browsers are paired cannot be told on this system.",
        "En este sistema no se puede saber qué navegadores están conectados.",
        "Neste sistema não é possível saber quais navegadores estão conectados.",
    ),
    "roster_fresh": (
        "Students: {students}, employees: {staff}; imported {age}, in use until {ends}.",
        "Estudiantes: {students}, empleados: {staff}; importada {age}, en uso hasta el {ends}.",
        "Estudantes: {students}, funcionários: {staff}; importada {age}, em uso até {ends}.",
    ),
    "roster_invented": (
        "The invented roster is in use, for trying out; no real student is known.",
        "Se usa la lista inventada, para probar; no se conoce a ningún estudiante real.",
        "A lista inventada está em uso, para testes; nenhum estudante real é conhecido.",
    ),
    "roster_stale": (
        "The roster ended on {ends} and is not used any more.",
        "La lista terminó el {ends} y ya no se usa.",
        "A lista terminou em {ends} e não é mais usada.",
    ),
    "roster_missing": (
        "There is no student roster, so no student's name is known for sure.",
        "No hay lista de estudiantes, así que ningún nombre se conoce con seguridad.",
        "Não há lista de estudantes, por isso nenhum nome é conhecido com certeza.",
    ),
    "roster_broken": (
        "A roster is there that cannot be used.",
        "Hay una lista que no se puede usar.",
        "Há uma lista que não pode ser usada.",
    ),
    "names_ready": (
        "The name model is loaded.",
        "El modelo de nombres está cargado.",
        "O modelo de nomes está carregado.",
    ),
    "names_loading": (
        "The name model is loading; names on the roster are found already.",
        "El modelo de nombres se está cargando; los nombres de la lista ya se encuentran.",
        "O modelo de nomes está carregando; os nomes da lista já são encontrados.",
    ),
    "names_missing": (
        "There is no name model, so only names on the roster are found.",
        "No hay modelo de nombres, así que solo se encuentran los de la lista.",
        "Não há modelo de nomes, por isso só são encontrados os da lista.",
    ),
    "rules_good": (
        "{count} rules are in use, version {version}.",
        "Hay {count} reglas en uso, versión {version}.",
        "Há {count} regras em uso, versão {version}.",
    ),
    "rules_aside": (
        "{count} rules are in use, version {version}; a change to them cannot be used and is left aside.",
        "Hay {count} reglas en uso, versión {version}; un cambio no se puede usar y se deja de lado.",
        "Há {count} regras em uso, versão {version}; uma mudança não pode ser usada e fica de lado.",
    ),
    "rules_broken": (
        "The rules cannot be read.",
        "No se pueden leer las reglas.",
        "As regras não podem ser lidas.",
    ),
    "district_none": (
        "No district folder is delivered here.",
        "Aquí no se ha entregado ninguna carpeta del distrito.",
        "Nenhuma pasta do distrito foi entregue aqui.",
    ),
    "district_used": (
        "Version {version}, made on {made}, is in use.",
        "Se usa la versión {version}, hecha el {made}.",
        "A versão {version}, feita em {made}, está em uso.",
    ),
    "district_keyless": (
        "Version {version}, made on {made}, is in use without its roster, which cannot be opened.",
        "Se usa la versión {version}, hecha el {made}, sin su lista, que no se puede abrir.",
        "A versão {version}, feita em {made}, está em uso sem a sua lista, que não pode ser aberta.",
    ),
    "district_kept": (
        "What was delivered last cannot be used; version {version}, made on {made}, goes on.",
        "Lo último que se entregó no se puede usar; sigue la versión {version}, hecha el {made}.",
        "O que foi entregue por último não pode ser usado; continua a versão {version}, feita em {made}.",
    ),
    "district_broken": (
        "A district folder was delivered that cannot be used.",
        "Se ha entregado una carpeta del distrito que no se puede usar.",
        "Foi entregue uma pasta do distrito que não pode ser usada.",
    ),
    "calendar_ready": (
        "The school calendar is read.",
        "El calendario escolar está leído.",
        "O calendário escolar está lido.",
    ),
    "calendar_stale": (
        "The school calendar says nothing of these weeks: Massachusetts holidays and the usual school year are used.",
        "El calendario escolar no dice nada de estas semanas: se usan los feriados de Massachusetts y el año escolar habitual.",
        "O calendário escolar não diz nada destas semanas: valem os feriados de Massachusetts e o ano letivo habitual.",
    ),
    "calendar_missing": (
        "No school calendar: Massachusetts holidays and the usual school year are used.",
        "Sin calendario escolar: se usan los feriados de Massachusetts y el año escolar habitual.",
        "Sem calendário escolar: valem os feriados de Massachusetts e o ano letivo habitual.",
    ),
    "calendar_snow_day": (
        "You said that today is no work day.",
        "Dijiste que hoy no se trabaja.",
        "Você disse que hoje não é dia de trabalho.",
    ),
    "calendar_half_day": (
        "You said that today is a half day.",
        "Dijiste que hoy es media jornada.",
        "Você disse que hoje é meio período.",
    ),
    "clock_good": (
        "Clock and time zone are the school's.",
        "El reloj y la zona horaria son los de la escuela.",
        "O relógio e o fuso horário são os da escola.",
    ),
    "clock_doubtful": (
        "This computer is not in school time (America/New_York), so nothing is said about work hours.",
        "Esta computadora no está en la hora de la escuela (America/New_York), así que no se dice nada del horario de trabajo.",
        "Este computador não está no horário da escola (America/New_York), por isso nada é dito do horário de trabalho.",
    ),
    "settings_good": (
        "Work hours: {hours}.",
        "Horario de trabajo: {hours}.",
        "Horário de trabalho: {hours}.",
    ),
    "settings_broken": (
        "A settings file cannot be used; the last good one, or the default, is.",
        "Un archivo de configuración no se puede usar; vale el último bueno, o lo predeterminado.",
        "Um arquivo de configurações não pode ser usado; vale o último bom, ou o padrão.",
    ),
    "key_keyring": (
        "The key lies in the system's keyring.",
        "La clave está en el llavero del sistema.",
        "A chave está no chaveiro do sistema.",
    ),
    "key_key_file": (
        "No keyring here; the key lies in a file that only you can read.",
        "Aquí no hay llavero; la clave está en un archivo que solo tú puedes leer.",
        "Não há chaveiro aqui; a chave está em um arquivo que só você pode ler.",
    ),
    "key_later": (
        "The key is made at the first start.",
        "La clave se crea en el primer inicio.",
        "A chave é criada na primeira inicialização.",
    ),
    "key_unavailable": (
        "The key cannot be had.",
        "No se puede obtener la clave.",
        "A chave não pode ser obtida.",
    ),
    "kept_nothing": (
        "Nothing is kept about you.",
        "No se guarda nada sobre ti.",
        "Nada é guardado sobre você.",
    ),
    "kept_some": (
        "Exceptions of yours: {exceptions}, as keyed hashes; consents of colleagues: {consents}.",
        "Excepciones tuyas: {exceptions}, como códigos con clave; permisos de colegas: {consents}.",
        "Exceções suas: {exceptions}, como códigos com chave; consentimentos de colegas: {consents}.",
    ),
    "kept_aside": (
        "A damaged file was put aside, and a new one begun.",
        "Un archivo dañado se dejó de lado y se empezó uno nuevo.",
        "Um arquivo danificado foi posto de lado e um novo foi começado.",
    ),
    "kept_broken": (
        "What you say now cannot be kept.",
        "Lo que digas ahora no se puede guardar.",
        "O que você disser agora não pode ser guardado.",
    ),
    "home_ok": (
        "Everything of ours is in {place}.",
        "Todo lo nuestro está en {place}.",
        "Tudo o que é nosso está em {place}.",
    ),
    "home_new": (
        "{place} is made at the first start.",
        "{place} se crea en el primer inicio.",
        "{place} é criada na primeira inicialização.",
    ),
    "home_open": (
        "Others may look into {place}.",
        "Otras personas pueden ver {place}.",
        "Outras pessoas podem ver {place}.",
    ),
    "home_unwritable": (
        "{place} cannot be written.",
        "No se puede escribir en {place}.",
        "Não é possível gravar em {place}.",
    ),
    "home_full": (
        "The disk is full.",
        "El disco está lleno.",
        "O disco está cheio.",
    ),
    "practice_complete": (
        "The practice page is complete.",
        "La página de práctica está completa.",
        "A página de prática está completa.",
    ),
    "practice_unbuilt": (
        "The practice page's script is missing.",
        "Falta el script de la página de práctica.",
        "Falta o script da página de prática.",
    ),
}

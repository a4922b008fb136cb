"""The sentences of the practice page in English, Spanish and Portuguese.

Words only, no HTML and no logic; `practice.py` escapes them into the page. Tone: calm, brief, on the person's side.
"""

from __future__ import annotations

from secondlook.contract import Language

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "Second Look: a place to practise",
        "language_label": "Language",
        "lead": "Write a post or a comment as you would on Facebook. Nothing here is sent anywhere; "
        "the words are checked on this computer and forgotten.",
        "try_heading": "Names to try",
        "try_lead": "This page knows an invented class only, never your students. A few of its names:",
        "idea_1": "Praise one of them by name, then take the name out.",
        "idea_2": "Write about the budget vote, or your own garden: nothing should happen.",
        "idea_3": "Put an emoji before the name, or change the spelling a little.",
        "audience": "Public",
        "article_label": "A post by Maple Street Bakery",
        "article_time": "2 hours ago",
        "article_text": "The first pumpkin bread of the season is out of the oven.",
        "posted_heading": "What went out",
        "posted_empty": "Nothing yet.",
        "privacy": "Second Look keeps nothing of what you write here, and tells nobody.",
        "missing": "The checking script has not been built yet, so nothing on this page is checked. "
        "Run “make extension”, then load the page again.",
        "no_script": "This page needs JavaScript to check what you write.",
    },
    "es": {
        "title": "Second Look: un lugar para practicar",
        "language_label": "Idioma",
        "lead": "Escribe una publicación o un comentario como lo harías en Facebook. Nada de esto se envía; "
        "las palabras se revisan en este equipo y se olvidan.",
        "try_heading": "Nombres para probar",
        "try_lead": "Esta página solo conoce una clase inventada, nunca a tus estudiantes. Algunos de sus nombres:",
        "idea_1": "Elogia a alguien por su nombre y después quita el nombre.",
        "idea_2": "Escribe sobre el presupuesto escolar o sobre tu jardín: no debería pasar nada.",
        "idea_3": "Pon un emoji antes del nombre, o cambia un poco cómo se escribe.",
        "audience": "Público",
        "article_label": "Una publicación de Maple Street Bakery",
        "article_time": "Hace 2 horas",
        "article_text": "El primer pan de calabaza de la temporada acaba de salir del horno.",
        "posted_heading": "Lo que salió",
        "posted_empty": "Todavía nada.",
        "privacy": "Second Look no guarda nada de lo que escribes aquí ni se lo cuenta a nadie.",
        "missing": "El programa que revisa todavía no está preparado, así que en esta página no se revisa nada. "
        "Ejecuta «make extension» y vuelve a cargar la página.",
        "no_script": "Esta página necesita JavaScript para revisar lo que escribes.",
    },
    "pt": {
        "title": "Second Look: um lugar para praticar",
        "language_label": "Idioma",
        "lead": "Escreva uma publicação ou um comentário como faria no Facebook. Nada daqui é enviado; "
        "as palavras são verificadas neste computador e esquecidas.",
        "try_heading": "Nomes para testar",
        "try_lead": "Esta página conhece só uma turma inventada, nunca os seus alunos. Alguns dos nomes:",
        "idea_1": "Elogie alguém pelo nome e depois tire o nome.",
        "idea_2": "Escreva sobre o orçamento da escola ou sobre o seu jardim: nada deve acontecer.",
        "idea_3": "Ponha um emoji antes do nome ou mude um pouco a grafia.",
        "audience": "Público",
        "article_label": "Uma publicação de Maple Street Bakery",
        "article_time": "Há 2 horas",
        "article_text": "O primeiro pão de abóbora da estação acabou de sair do forno.",
        "posted_heading": "O que saiu",
        "posted_empty": "Nada ainda.",
        "privacy": "O Second Look não guarda nada do que você escreve aqui e não conta a ninguém.",
        "missing": "O programa que verifica ainda não foi preparado, então nada nesta página é verificado. "
        "Execute “make extension” e carregue a página de novo.",
        "no_script": "Esta página precisa de JavaScript para verificar o que você escreve.",
    },
}

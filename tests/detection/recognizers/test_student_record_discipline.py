"""Table of the recognizer of the same name: discipline, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues got suspended for fighting", "suspended", "certain"),
    ("my student threw a chair at me today", "threw a chair", "certain"),
    ("Suspendieron a mi alumno por pelear", "Suspendieron", "certain"),
    ("Meu aluno foi suspenso por brigar no recreio", "foi suspenso", "certain"),
    ("some kid vaped in the bathroom again", "vaped in the", "anecdote"),
    ("Detention duty again, send snacks", "", "silent"),
    ("Emma Rodrigues read to us. Anyway, I was suspended in third grade", "", "silent"),
    ("Seen Emma Rodrigues? Was suspended and nobody told me so I made a fool of myself", "suspended", "certain"),
    ("Classes suspended tomorrow for snow", "", "silent"),
    ("Las clases fueron suspendidas por la nieve", "", "silent"),
    ("We fight for smaller classes", "", "silent"),
    ("Anti-bullying week starts Monday", "", "silent"),
    ("Dana Whitfield was in a fight with the copier", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_discipline(found, text, words, strength):
    """Discipline: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)

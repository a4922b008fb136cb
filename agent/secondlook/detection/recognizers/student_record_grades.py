"""Student records: grades, scores and promotion (transcript and temporary record, 603 CMR 23.02).

Terms of the groups `grades*`.

Letters and numbers are patterns: "got a D in math", "a 47 on the quiz", "sacó un 40 en la prueba", "tirou 3 na
prova".
"""

from __future__ import annotations

import re

from secondlook.detection.record import RecordRecognizer

_GOT = (
    r"(?:got|gets|getting|earned|earns|made|received|scored|scores|has|had|have|pulled|with|dropped to|went up to|up to"
    r"|is at|was at|finished with|gave (?:him|her|\w+))"
)
_WORK = (
    r"(?:test|quiz|exam|final|midterm|essay|paper|project|assignment|assessment|benchmark|homework|lab|unit|spelling"
    r"|vocab|math|algebra|geometry|calculus|ela|english|reading|writing|science|biology|bio|chemistry|chem|physics"
    r"|history|civics|spanish|french|mcas|wida|psat|sat|act|ap|iready|map|class|gym|music|art)"
)
_LETTER = re.compile(
    rf"\b{_GOT} (?:(?:an? )?([a-df][+-])|an? ([a-df]))(?= (?:on|in|for)\b|\s*(?:[.!?,;]|$))", re.MULTILINE
)
_NUMBER = re.compile(
    rf"\b{_GOT} (?:only |just )?(?:an? )?(\d{{1,3}}(?:\.\d)?(?: ?%|/\d{{1,3}}| percent)?)"
    rf" (?:on|in) (?:\w+ ){{0,3}}?{_WORK}\b"
)
_DASH = re.compile(rf"[-:–] (\d{{1,3}}(?: ?%|/\d{{1,3}})) (?:on|in) (?:\w+ ){{0,3}}?{_WORK}\b")
_GPA = re.compile(r"\b(\d\.\d{1,2} gpa|gpa (?:of |is |was |at )?\d\.\d{1,2})")
_SCORE = re.compile(
    rf"\b{_GOT} (?:an? )?([2-7]\d\d|level [1-6]|[1-5]) on (?:the |his |her )?(?:mcas|wida|access|psat|sat|ap)\b"
)
_SPANISH = re.compile(
    r"\b(?:saco|tiene|tuvo|le puse|obtuvo) (?:un |una )?(\d{1,3}(?: ?%|/\d{1,3})?|[a-df][+-]?) en (?:la |el |su )?"
    r"(?:prueba|examen|test|clase|matematicas|ciencias|lectura|ingles|historia|mcas|wida)\b"
)
_PORTUGUESE = re.compile(
    r"\b(?:tirou|tem|teve|ficou com) (?:um |uma |nota )?(\d{1,3}(?:[.,]\d)?(?: ?%|/\d{1,3})?|[a-df][+-]?) (?:na|no|em) "
    r"(?:prova|teste|exame|matematica|ciencias|leitura|ingles|historia|portugues|mcas|wida)\b"
)


class GradesRecord(RecordRecognizer):
    """A grade, a score, a reading level, passing or repeating."""

    family = "grades"
    patterns = (_NUMBER, _DASH, _GPA, _SCORE, _SPANISH, _PORTUGUESE, _LETTER)

"""Student records: grades, scores and promotion (transcript and temporary record, 603 CMR 23.02).

Terms: `student_record_grades.json`.

Letters and numbers are patterns: "got a D in math", "a 47 on the quiz", "sacó un 40 en la prueba", "tirou 3 na
prova".
"""

from __future__ import annotations

import re

from secondlook.detection.late_pattern import late
from secondlook.detection.reading import Reading
from secondlook.detection.record import Grid, RecordRecognizer

_GOT = (
    r"(?:got|gets|getting|needs|needed|earned|earns|made|makes|received|scored|scores|scoring|has|had|have|pulled|pulling|with|dropped to"
    r"|went up to|up to|down to|is at|was at|sitting at|sits at|hovering at|stuck at|still at|carrying|is carrying|landed"
    r"|walked away with|ended with|ended up with|averaging|averages|rocking|finished with|given|gave (?:him|her|them|\w+))"
)
_WORK = (
    r"(?:tests?|retest|quiz(?:zes)?|exams?|finals?|midterms?|essay|paper|project|assignment|assessment|benchmark|homework"
    r"|lab|unit|spelling|vocab|math|algebra|geometry|precalc(?:ulus)?|calc(?:ulus)?|stats|ela|english|reading|writing"
    r"|science|biology|bio|chemistry|chem|physics|history|civics|government|econ|psych|spanish|french|latin|portuguese"
    r"|mcas|wida|access|p?sats?|act|ap|iready|map|dibels|class|gym|pe|music|art|band|chorus|presentation|report"
    r"|prueba|examen|parcial|ensayo|tarea|clase|matematicas?|mates?|ciencias|lectura|escritura|ingles|historia|biologia"
    r"|quimica|fisica|geometria|espanol|prova|provinha|teste|exame|redacao|trabalho|leitura|geografia|portugues|boletim"
    r"|materia|disciplina|bimestre|trimestre|boleta|final)"
)
_COUNTED = (
    r"(?! ?(?:min|sec|hour|hr|day|week|month|year|point|pt|goal|yard|rebound|assist|save|mile|lb|pound|kg|foot|feet|inch"
    r"|dollar|buck|k\b|am\b|pm\b|a\.m|p\.m|th\b|st\b|rd\b|nd\b|people|kid|student|minuto|hora|dia|semana|mes|ano|gol"
    r"|ponto|punto|reais|dolar|kilo|quilo|metro|veces|vezes|x\b|:|%? off|in a row))"
)
_LETTER = late(
    rf"\b{_GOT} (?:(?:an? |his |her )?([a-df][+-])(?!\w)|an? ([a-df]))(?= (?:on|in|for|this|from)\b|\s*(?:[.!?,;]|$))",
    re.MULTILINE,
)
_NUMBER = late(
    rf"\b{_GOT} (?:only |just |like |about |maybe |barely )?(?:an? )?(\d{{1,4}}(?:\.\d)?(?: ?%|/\d{{1,3}}| percent)?)"
    rf" (?:on|in|en|na|no|em|for) (?:[\w'-]+ ){{0,4}}?{_WORK}\b"
)
_WITH_ARTICLE = late(
    rf"\b(?:got|gets|has|had|earned|made|pulled|sitting at|is at|was at|still at|with|to|only) an? (\d\d%?)\b{_COUNTED}"
)
_FROM_TO = late(
    r"\b(?:from|de) (?:an? |un |um )?(\d{1,3}%?|[a-df][+-]?) (?:to|a|ao?|para|pra) (?:an? |un |um )?(?:\d{1,3}%?|[a-df][+-]?)"
    rf"(?!\w){_COUNTED}"
)
_TEST = r"(?:test|quiz|exam|midterm|final|essay|examen|prueba|parcial|prova|provinha|teste|exame|redacao)"
_DASH = late(
    rf"[-:–] (\d{{1,3}}(?: ?%|/\d{{1,3}})?) (?:on|in|en|na|no) (?:\w+ ){{0,3}}?{_WORK}\b"
    rf"|, (\d{{1,3}}(?: ?%|/\d{{1,3}})?) (?:on|en|na|no) (?:\w+ ){{0,2}}?{_TEST}\b"
)
_COURSE_MARK = late(
    rf"\b{_WORK}(?: grade| score| average| test| final)?(?: is| was|:| -|=) (?:an? |at )?"
    rf"(\d\d?\d?%?|[a-df][+-]|[a-df](?=\s*(?:[.!?,;)]|$)| (?:on|in|for|this|and|now)\b))(?![\w:]){_COUNTED}",
    re.MULTILINE,
)
_GPA = late(r"\b(\d\.\d{1,2} gpa|gpa (?:of |is |was |at |to a? ?)?\d\.\d{1,2})")
_OUT_OF = late(rf"\b{_GOT} (?:an? )?(\d{{1,3}} out of \d{{1,3}})")
_OF_ALL = late(
    r"(?<![\d/$])(?!(?:10 out of 10|5 out of 5|50/50)\b)(\d{1,3} (?:out of|de) (?:1[0-9]|[2-9]\d|100)\b|(?<=[:–-] )"
    r"(?:(?:1[3-9]|[2-9]\d)/\d{2,3}|\d{1,2}/(?:3[2-9]|[4-9]\d|100))\b)(?! ?%)(?= (?:on|in|en|na|no|em)\b|\s*(?:[.!?,;)]|$))",
    re.MULTILINE,
)
"""A mark without a verb: "Holmes, Katrina: 11 out of 40". Not a date, and no praise."""
_RANK = late(
    r"\b(\d{1,2}(?:st|nd|rd|th) percentile|percentil \d{1,2}|level [a-z]\b|lexile (?:of |is )?\d+|\d{3,4}l\b|dra \d+"
    r"|wida (?:level |score )?(?:of )?\d(?:\.\d)?|ranked \d+)"
)
_SCORE = late(
    rf"\b{_GOT} (?:an? )?([2-7]\d\d|1[0-6]\d\d|level [1-6]|[1-5]) on (?:the |his |her |their )?(?:\w+ )?"
    r"(?:mcas|wida|access|p?sats?|ap|iready|map)\b"
)
_SPANISH = late(
    r"\b(?:se )?(?:saco|saca|saque|tiene|tuvo|le puse|le pusieron|obtuvo|lleva|trae|va con|anda en|anda con|quedo con|salio con|subio a"
    r"|bajo a|promedio de|calificacion de|nota de|nota)(?: solo| apenas)? (?:un |una )?"
    rf"(\d{{1,3}}(?:[.,]\d+)?(?: ?%|/\d{{1,3}})?|[a-df][+-]?)(?!\w){_COUNTED}"
    r"(?= en\b| de \d| de (?:promedio|calificacion)|[.,;!?]|$)",
    re.MULTILINE,
)
_PORTUGUESE = late(
    r"\b(?:tirou|tira|tirei|teve|ficou com|esta com|anda com|vai com|fechou com|passou com|media|media de|nota|nota de|subiu pra"
    r"|caiu pra)(?: so| apenas)? (?:um |uma |nota |media )?"
    rf"(\d{{1,3}}(?:[.,]\d+)?(?: ?%|/\d{{1,3}})?|[a-df][+-]?)(?!\w){_COUNTED}"
    r"(?= n[ao]\b| em\b| de (?:media)|[.,;!?]|$)",
    re.MULTILINE,
)
_WORD_MARK = late(
    r"\b((?:diez|nueve|ocho|siete|seis|cinco|cuatro|tres|dos|uno|cero|cien|noventa|ochenta|setenta|sesenta|cincuenta|dez|nove|oito"
    r"|sete|seis|quatro|dois|um|zero|cem|oitenta|sessenta)(?: (?:justos|pelado|y medio|e meio|redondo|y [a-z]+))?)"
    rf" (?:en|em|no|na|de promedio|de media) (?:[\w'-]+ ){{0,2}}?{_WORK}\b"
    r"|\bnota\b[^.!?\n]{0,30}: ([a-z]+(?: (?:y|e) [a-z]+| justos)?)"
)
_SPOKEN = late(
    r"\b(?:le dieron|le di|le puse|le puso|le pusieron|se saco|saco|saca|tiene|tuvo|lleva|recibio|obtuvo|consiguio|tirou|tira|tem"
    r"|teve|ficou com|levou|pegou|ganhou|recebeu|dei|deram)(?: (?:puro|solo|so|apenas|otro|outro))*(?: (?:un|um))?"
    r" (diez|nueve|ocho|siete|seis|cinco|cuatro|tres|dos|dez|nove|oito|sete|quatro|tres|dois)(?: y medio| e meio)?"
    rf"(?=\s*(?:[.,;:!?)]|$)| (?:en|em|no|na|de) (?:[\w'-]+ ){{0,2}}?{_WORK}\b)",
    re.MULTILINE,
)
"""A mark in words, with a subject or nothing after it: "tirou cinco em ciências", not "tem cinco páginas"."""


_FIGURE = late(r"(?<!\d)\d+(?!\d|(?:st|nd|rd|th)\b)|percentile")
"""A figure that may be a mark: not that of "3rd period", unless it is a rank."""
_MARK = late(
    r"\d|\b[b-df]\b|\ba[+-]|(?:\b(?:an?|un|uma?|una|nota|de|from|to)|[:=–-]) a\b|\bnota\b"
    r"|\b(?:cero|zero|uno?|um|dos|dois|tres|cuatro|quatro|cinco|seis|siete|sete|ocho|oito|nueve|nove|diez|dez|cien|cem"
    r"|\w{3,5}enta)\b"
)
"""A figure, a letter that may be a mark, or a number in words."""
_MARKS = frozenset(
    b"b c d f nota cero zero un uno um dos dois tres cuatro quatro cinco seis siete sete ocho oito nueve nove diez dez cien cem".split()
)
_TENS = "enta", b"enta"
_LETTER_A = late(
    r" a\b(?:(?<=\ba a)|(?<=\b[au]n a)|(?<=\b(?:um|de|to) a)|(?<=\bu[mn]a a)|(?<=\b(?:nota|from) a)|(?<=[:=–-] a))"
)
_SIGNED_A = late(r"a[+-](?<=\ba.)")
"""What `_MARK` finds, told apart so that a text of ASCII is looked through sooner."""


class GradesRecord(RecordRecognizer):
    """A grade, a score, a reading level, passing or repeating."""

    family = "grades"
    grids = (
        Grid("failed", ("course", "work")),
        Grid("got", ("mark",), reach=12),
        Grid("cannot", ("skill",), reach=10),
        Grid("reads", ("level",)),
    )
    patterns = (
        _NUMBER, _WITH_ARTICLE, _FROM_TO, _DASH, _COURSE_MARK, _GPA, _WORD_MARK, _OUT_OF, _OF_ALL, _RANK, _SCORE, _SPANISH, _PORTUGUESE, _SPOKEN, _LETTER
    )  # fmt: skip

    def may_match(self, reading: Reading) -> bool:
        """Whether there is a figure, a letter that may be a mark, or a number in words."""
        text = reading.folded.text
        return (reading.has_digit and bool(_FIGURE.search(text))) or may_be_marked(text, reading.bare_words)


def may_be_marked(text: str, words: frozenset[bytes] | None) -> bool:
    """Whether `_MARK` is anywhere in a folded text without figures, given its bare words."""
    if words is None:
        return bool(_MARK.search(text))
    if not words.isdisjoint(_MARKS) or _LETTER_A.search(text) or _SIGNED_A.search(text):
        return True
    return _TENS[0] in text and any(it.endswith(_TENS[1]) and 7 <= len(it) <= 9 for it in words)

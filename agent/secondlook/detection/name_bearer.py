"""What a text tells of a name's bearer: an age, a trade, a place; a seat in class, or a child that calls for teacher.

Pure; looks at the folded text near one span and weighs nothing. Called by `name_cues.py`.
"""

from __future__ import annotations

from secondlook.detection.late_pattern import late

Span = tuple[int, int]

_AGE = late(
    r" (?:is|are|turns?|turned|just turned|is turning|cumple|cumplio|ya tiene|faz|fez|completou) (?:2[2-9]|[3-9]\d)\b"
    r"(?=\s*(?:$|[.,;!)\n]|today|tomorrow|hoy|hoje|amanha|manana|years?|anos|now|ya\b|already|this|next|el |no |na ))"
)
_YEAR = late(r"(?<![\d$#:.,/-])(?:(?:19|20)\d\d|['’]?\d\d)(?![\w%/-])")
_DIGITS = late(r"\d\d")
_CLASS_OF = late(
    r"\b(?:class|classes|grads?|graduated|graduating class|generacion|promocion|turma|alumn\w+|alun[oa]s?|formou|formad[oa]|gradu\w+|egres\w+)"
    r" (?:of |in |de |del |em |en |do |d )?$"
)
_SINCE = late(r"\b(?:since|desde el|desde|back in) $")
_BORN = late(r"\b(?:born|nacid[oa]s?|nascid[oa]s?|nacio|nasceu)\b[^.!?]*$")
DATE = 40
"""Code points before a year that may say whose it is: "nascido em 14 de março de 2012"."""
GROWN_BY, LEFT_BY = 2012, 2023
"""Who was at school or at work in the first year is no pupil now; whose class left in the second, neither."""
_QUOTATION = late(r"[\"“«‘]([^\"“”«»‘\n]{1,140})[\"”»’]")
_ADDRESS = late(r"\b(?:mister|miss|ms|mrs|sir|teacher|coach|profe|maestr[ao]|prof|professora?|tia|tio|seno)\b")
_PERIOD_AFTER = late(
    r"[\"”’)]?,? \(?(?:(?:el|la|o|a|the one|the kid|the girl|the boy|that one|the|my|de|da|do|from|in|en|no|na|del?|on|at|over) ){0,3}"
    r"(?:period|block|bus|room|desk|seat|row|table|grade|salon|bloque|periodo|mesa|fila|banca|sala|carteira|aula|grupo|gr) ?#?\d{1,3}\b"
    r"|[\"”’)]?,? \(?(?:el|la|o|a|the one|the kid|the girl|the boy|that one|my|mi|meu|minha)?(?: ?(?:de|da|do|del|from|in|en|no|na|on|at) )?"
    r"(?:(?:la|el|the|my|mi|o|a|meu|minha) )?(?:\d(?:st|nd|rd|th|a|o)|first|second|third|fourth|fifth|back|front|last|middle|ultim[ao]"
    r"|primer[ao]?|primeir[ao]|segund[ao]|terceir[ao]|tercer[ao]?|cuart[ao]|quart[ao]) "
    r"(?:row|table|desk|seat|banca|fila|mesa|fileira|carteira|period|block|bus|periodo|bloque|grado|hora|grade|recess)\b"
    r"|[\"”’)]?,? \(?(?:(?:from|in|de|do|da|en|no|na|del) )?(?:(?:my|our|mi|meu|minha|nuestr[oa]|noss[oa]) )"
    r"(?!(?:running|book|church|prayer|bible|walking|hiking|knitting|moms?|mommy|yoga|bowling|poker|wedding|cover|tour) )"
    r"(?:\w+ ){0,2}?(?:club|clube|bus|onibus|group|table|lab|grupo|taller|coro|coral|choir|chorus|band|banda|orchestra|orquesta|team"
    r"|equipo|time|troupe|cast|elenco|line|route|ruta|camion|autobus|van|perua|cafeteria|section|squad|crew|room|salon|grade \d\d?)\b"
)
_ONE_OF = late(
    r"\b(?:there(?:'s| is| was)(?: also)?|i(?:'ve got| have| had| got)|we(?:'ve got| have| got)|got|tem|tenho|temos|tengo|tenemos|hay"
    r"|ha|tinha|tenia|meet|is|es|e)(?: this| another| always)? (?:a|an|one|um|uma|un|una) (?:kid named |little |tal )?$"
)
_HAS_IN = late(r"\b(?:i have|i've got|tengo a|tenho a|tenho o|eu tenho a?|have) $")
_INTRODUCES = late(
    r"[^.!?\n]{0,48}?(?:\b(?:named|called|llamad[oa]|chamad[oa]|(?:que )?se (?:llama|chama)|name is|nome (?:e|eh)|nombre es)"
    r"|[,:(]|\b(?:is|es|e))(?: (?:el|la|o|a))? $|(?: (?:el|la|o|a))? $|, $"
)
_MISSING = late(
    r"\b(?:i|we|you|they|kids|will|would|gonna|to|really|already|still|do|did|must|ll|ve|so|also|truly|miss and|just) miss $"
)
_IN_PROBLEM = late(
    r"\b(?:problem|problema|equation|ejercicio|exercicio|question \d+|pregunta \d+|questao \d+)[,:]? [\"“']?$"
)
_HAS_COUNTED = late(r" (?:has|had|buys|bought|is buying|tiene|tenia|compra|compro|tem|tinha|comprou) \d+ [a-z]+")
_NAMED_ADULT = late(
    r"\b(?:teachers?|principal|nurse|coach|professors?|barista|waiter|waitress|cashier|lady|woman|man|guy|dude|neighbou?r|driver"
    r"|doctor|vet|plumber|maestr[ao]|profesora?|enfermer[ao]|senora?|vecin[ao]|mujer|hombre|chofer|professora?|vizinh[ao]|moc[ao]"
    r"|mulher|homem|motorista|medic[ao])(?: [\w']+){0,4},? (?:named|called|llamad[oa]|chamad[oa]|de nombre|de nome) $"
)
_CORNER = late(
    r"\b(?:corner of|intersection of|esquina (?:de|con|da)|cruce de|cruzamento da|calles?|ruas?|between|entre) (?:(?:la|a|the) )?"
    r"(?:\w+ (?:y|and|&|e|con|com) (?:(?:la|a) )?)?$"
)
_CORNER_WORDS = ("corner", "section", "esquina", "cruce", "cruza", "calle", "rua", "between", "entre")
_OWN_ENDS = (" is ", "'s ", "llamo ", "es ", "chamo ", " e ", "by ", "me ")
_THIS_IS_ENDS, _PARENT_ENDS = ("is ", " am ", "'m ", "im "), ("de ", "del ", "da ", "do ", "la ", "el ")
_FROM_ENDS = ("from ", "de ", "da ", "do ", "del ")
"""Quick looks before the patterns of the same names."""
_WRITERS_OWN = late(r"\b(?:my name(?: is|'s)|me llamo|mi nombre es|me chamo|meu nome e|i go by|call me) $")
_PARENT_OF = late(
    r"\b(?:soy|sou|aqui (?:e|fala)|les? (?:habla|escribe)) (?:(?:la|el|a|o) )?(?:mama|papa|madre|padre|abuela|abuelo|tia|tio|mae|pai|avo)"
    r" (?:de|del|da|do) (?:(?:la|el) )?$"
)
_THIS_IS = late(r"\b(?:this is|i am|i'm|im) $")
_ITS_PARENT = late(
    r"['’]?s (?:mom|mum|mother|mama|dad|father|papa|parent|guardian|grandma|grandmother|grandfather|aunt|uncle)\b(?!['’]s| (?:number|name|phone|cell))"
)
_CHILD_FROM = late(
    r"\b(?:kids?|boys?|girls?|students?|famil(?:y|ies)|newcomers?|one|nin[oa]s?|alumn[oa]s?|estudiantes?|muchach[oa]s?|familias?"
    r"|menin[oa]s?|alun[oa]s?|estudantes?) (?:just )?(?:(?:who )?(?:came|moved|is|are|arrived) )?(?:here )?(?:from|de|da|do|del) $"
    r"|\b(?:moved|arrived|flew|llego|llegaron|emigro|chegou|chegaram|mudou) (?:(?:here|over|up|in|recien|hoje|hoy|aqui) )?(?:from|de|da|do|del) $"
)
_PUPILS = late(
    r"\b(?:students|graders|kiddos|freshmen|sophomores|juniors|seniors|players|captains|co-captains|leads|runners|swimmers|wrestlers|pitchers"
    r"|goalies|mentees|advisees|pupils|kindergartners|kinders|soloists|editors|readers|classmates|twins|alumn[oa]s|alumnit[oa]s|estudiantes"
    r"|jugador[ae]s|capitan[ae]s|companerit[oa]s|gemel[oa]s|alun[oa]s|aluninh[oa]s|jogador[ae]s|capitas|capitaes|formand[oa]s|estudantes|coleguinhas|gemeas|gemeos)"
    r"(?:,|:| -)? (?:(?:the|el|la|o|a) )?(?:[\w'’-]+(?: [\w'’-]+)?(?:,| and| &| y| e| n| \+) (?:(?:and|&|y|e|n) )?(?:(?:el|la|o|a) )?){0,4}$"
)
_LABEL = late(r"\w[\w ]{2,40}: $")
_LABELLED = late(r"\s*(?:[.,;!\n]|$| and | y | e )")
_PREPOSITION = late(
    r"(?:^|[\s(])(?:in|to|from|near|outside|around|visiting|via|through|across|em|en|para|pra|por|desde|ate|hasta|rumbo a|cerca de|perto de) $"
)
_ARTICLE_OF = r"(?:an? |the |el |la |o |a |un |una |um |uma |my |our |mi |nuestr[oa] |meu |minha |noss[oa] )"
_IS_A = late(
    rf"(?:,|['’]s)? (?:(?:is|was|es|era|e|eh|se llama) {_ARTICLE_OF}?(?:\w+ )?|{_ARTICLE_OF})|, {_ARTICLE_OF}(?:\w+ )?"
    rf"|[^.!?\n]{{1,50}}[.!] (?:she|he|it)(?:['’]s| is) {_ARTICLE_OF}(?:\w+ )?"
)


def is_grown(text: str, span: Span) -> bool:
    """Whether an age follows that no pupil has ("William is 81 today")."""
    return bool(_AGE.match(text, span[1]))


def years_past(text: str) -> list[int]:
    """Where years stand in which no current pupil was in the class told of ("class of '09", "mi primera generación, 2003")."""
    if not _DIGITS.search(text):
        return []
    return [
        match.start()
        for match in _YEAR.finditer(text)
        if _is_past(match[0].lstrip("'’"), text[: match.start()][-DATE:])
    ]


def _is_past(digits: str, before: str) -> bool:
    """Whether a year is past for a pupil, after these words."""
    year = int(digits) + (0 if len(digits) > 2 else 1900 if digits >= "50" else 2000)
    if _CLASS_OF.search(before):
        return year <= LEFT_BY
    if len(digits) == 2:
        return year < 2000 and bool(_SINCE.search(before))
    return 1950 <= year <= GROWN_BY and not _BORN.search(before)


def addressed(text: str) -> bool:
    """Whether a quotation calls somebody teacher, as pupils do ("Mister, is a hot dog …", "professora, respira")."""
    if '"' not in text and text.isascii():
        return False
    return any(_ADDRESS.search(said[1]) for said in _QUOTATION.finditer(text))


def placed(text: str, span: Span) -> bool:
    """Whether a period, seat, room, bus or group follows that the name belongs to ("Tyler, period 6", "Pat, second row")."""
    return bool(_PERIOD_AFTER.match(text, span[1]))


def one_of_them(text: str, span: Span) -> bool:
    """Whether the name is told of as one the writer has ("there's a Clementine in fourth", "tem um Otávio no meu ônibus")."""
    before = text[max(0, span[0] - 40) : span[0]]
    return bool(_ONE_OF.search(before) or _HAS_IN.search(before))


def missed(before: str) -> bool:
    """Whether the words before a name end in the verb to miss, which looks like the title ("I will miss Caio")."""
    return bool(_MISSING.search(before))


def in_problem(text: str, span: Span) -> bool:
    """Whether the name stands in a problem of arithmetic ("In the problem, Ana has 12 apples")."""
    return bool(_IN_PROBLEM.search(text[max(0, span[0] - 24) : span[0]]) or _HAS_COUNTED.match(text, span[1]))


def named_adult(text: str, span: Span) -> bool:
    """Whether a grown-up is said to be called this ("a teacher in Ohio named Megan")."""
    return bool(_NAMED_ADULT.search(text[max(0, span[0] - 64) : span[0]]))


def at_a_corner(text: str, span: Span) -> bool:
    """Whether the name is that of a street at a corner ("the corner of Lincoln and Jordan")."""
    before = text[max(0, span[0] - 40) : span[0]]
    return before.endswith(" ") and any(word in before for word in _CORNER_WORDS) and bool(_CORNER.search(before))


def is_writers_own(text: str, span: Span) -> bool:
    """Whether the writer says that they are called so ("My name is Tamara")."""
    before = text[max(0, span[0] - 20) : span[0]]
    return before.endswith(_OWN_ENDS) and bool(_WRITERS_OWN.search(before))


def is_writers_child(text: str, span: Span) -> bool:
    """Whether the writer speaks as the child's own family ("this is Ingrid's mom", "aqui é a mãe do Davi")."""
    before = text[max(0, span[0] - 36) : span[0]]
    if before.endswith(_THIS_IS_ENDS) and _THIS_IS.search(before):
        return bool(_ITS_PARENT.match(text, span[1]))
    return before.endswith(_PARENT_ENDS) and bool(_PARENT_OF.search(before))


def from_there(text: str, span: Span) -> bool:
    """Whether the word is where a child is from ("the tall kid from Xela") or somebody came from ("llegó de Santiago")."""
    before = text[max(0, span[0] - 40) : span[0]]
    return before.endswith(_FROM_ENDS) and bool(_CHILD_FROM.search(before)) and not text.startswith("'", span[1])


def one_of_pupils(text: str, span: Span) -> bool:
    """Whether it stands in a row of names right after pupils told of ("our sixth graders Marigold and Quentin")."""
    return bool(_PUPILS.search(text[max(0, span[0] - 72) : span[0]]))


def labelled(text: str, span: Span) -> bool:
    """Whether the name alone stands behind a label, as in lists of awards ("Most likely to be on time: Skip.")."""
    before = text[max(0, span[0] - 44) : span[0]]
    return before.endswith(": ") and bool(_LABEL.search(before) and _LABELLED.match(text, span[1]))


def follows_preposition(text: str, span: Span) -> bool:
    """Whether a preposition of place stands before."""
    return bool(_PREPOSITION.search(text[max(0, span[0] - 12) : span[0]]))


def called(text: str, span: Span, start: int) -> bool:
    """Whether the name is called what begins at `start` ("Max is a Labrador", "William, our crossing guard")."""
    return bool(_IS_A.fullmatch(text, span[1], start))


def introduced(text: str, span: Span, child_end: int) -> bool:
    """Whether the child told of up to `child_end` is called this name ("a girl on my bus named Odalys", "um aluno novo, o Wallace")."""
    return child_end < span[0] <= child_end + 64 and bool(_INTRODUCES.fullmatch(text, child_end, span[0]))

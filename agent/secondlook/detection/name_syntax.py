"""What the words right beside a name make of it: who speaks or acts, who is read about, a verb that only looks like a name.

Pure; looks at the folded text near one span and weighs nothing. Called by `name_cues.py`.
"""

from __future__ import annotations

from secondlook.detection.first_names import is_everyday
from secondlook.detection.late_pattern import late

Span = tuple[int, int]

_SMALL = (
    r"(?: (?:and|&|y|e) \w+)?"
    r"(?: (?:just|then|also|finally|really|actually|already|still|even|totally|once|literally|quietly|proudly|casually|goes and"
    r"|ya|hoy|tambien|siempre|solo|hasta|entonces|ja|hoje|tambem|sempre|so|ate|entao|me|te|se|le|lhe|nos|nao|no|never|nunca)){0,2}"
)
_SAYING = (
    r"said|says|say|asked|asks|told|tells|yelled|yells|whispered|whispers|announced|announces|answered|answers|replied|goes|went"
    r"|shouted|declared|explained|asks me|informed|responded|insisted|corrected|dijo|dice|pregunto|pregunta|contesto|respondio"
    r"|grito|susurro|anuncio|explico|conto|cuenta|suelta|solto|disse|diz|falou|fala|perguntou|pergunta|respondeu|responde"
    r"|gritou|sussurrou|anunciou|explicou|contou|propos|pediu|pidio|mandou|soltou"
)
_IRREGULAR = (
    r"had|got|gave|ran|paid|lent|heard|bit|dug|hung|laid|lit|rang|sold|spun|struck|made|did|came|went|took|brought|wrote|drew|read|sang|swam|threw|hit|won|lost|found|left|kept|fell|sat|stood"
    r"|held|built|caught|forgot|broke|ate|spoke|led|beat|tore|hid|stole|tied|taught|put|cut|set|shut|spent|slept|woke|wore|knew"
    r"|thought|understood|saw|met|sent|showed|began|chose|flew|grew|rode|shook|drank"
    r"|fue|hizo|trajo|puso|vino|tuvo|quiso|pudo|supo|leyo|cayo|oyo|saco|metio|gano|llego|entro|salio|paso|quedo|perdio|encontro"
    r"|levanto|ayudo|lloro|corrio|bailo|canto|dibujo|pinto|escribio|entrego|olvido|logro|termino|empezo|durmio|comio|tiro|abrazo"
    r"|fez|trouxe|veio|teve|quis|pode|soube|pos|caiu|saiu|foi|deu"
)
_PRESENT = (
    r"lives|has|hasn't|doesn't|can't|couldn't|didn't|won't|wasn't|isn't|needs|keeps|gets|wants|tried|tries|refuses|refused|stays|reads|writes"
    r"|plays|sings|draws|asks|tells|laughs|smiles|raises|wears|hums|whistles|dances|forgets|borrows|kicks|throws|walks|hands|cries|sits|sleeps|misses|loves|hates|thinks|knows|likes|tiene|vive|necesita|quiere|viene|pasa|sabe|lee|duerme|llora|anda|sigue"
    r"|lleva|tem|mora|precisa|quer|vem|sabe|dorme|chora|anda|vive|mandou|queria|odeia|adora"
)
_SAYS = late(_SMALL + rf",? (?:{_SAYING})\b")
_ACTS = late(_SMALL + rf" (?:{_IRREGULAR}|[a-z]{{2,}}[^e\W]ed|[a-z]{{3,}}(?:ou|eu|iu))\b")
_DOES = late(_SMALL + rf" (?:{_PRESENT})\b")
_HE_OR_SHE = late(
    r"[^.!?\n]{0,160}?(?:[.!?] [^.!?\n]{0,60}?)?"
    r"\b(?:he|she|his|her|him|himself|herself|he's|she's|he'd|she'd|ella|ele|ela|dele|dela|nele|nela|solito|solita|sozinh[oa])\b"
)
_QUOTE = late(r"[\"“«]")
_STUDY_BEFORE = late(
    r"\b(?:(?:re-?)?(?:read|reading|reads|teach|teaching|taught|watch|watching|watched|study|studying|studied|quote|quoting|analyz\w+"
    r"|listen(?:ing)? to|discuss\w*|annotat\w+|finish(?:ed|ing)?|start(?:ed|ing)?|play(?:ing|ed)? (?:some )?|blast(?:ing|ed)|stream\w*)"
    r"|(?:unit|chapter|lesson|project|report|biography|bio|film|movie|book|books|poem|poems|song|songs|lyrics|poster|quote|speech|essay"
    r"|paper|novel|novels|mural|portrait|documentary|slides|video|playlist|play|story|stories|works|album|art|painting|paintings|style)"
    r" (?:on|about|of|by|from|with)|dress(?:ed|ing)? (?:up )?as|plays|playing the part of|played|cast as|in the role of|hace de|hizo de|haciendo de|interpret\w+ a|no papel d[aeo]|en el papel de|obsessed with|fans? of|named after|inspired by|character study of"
    r"|(?:ley\w+|lei\w+|lendo|ler|lemos|estudi(?!ante)\w+|estud(?!i?ante)\w+|viendo|vendo|assist\w+|escuch\w+|ouvi\w+|ensen\w+|ensin\w+)(?: a| o| um)?"
    r"|(?:unidad|unidade|capitulo|leccion|aula|clase|proyecto|projeto|biografia|pelicula|filme|libro|livro|poemas?|cancion\w*|musicas?"
    r"|letras?|cartel|cartaz|frase|novela|romance|cuadros?|quadros?|mural|documental|documentario|disfraz|fantasia) (?:de|da|do|sobre)"
    r")(?: the| el| la| o| a)? [\"“'*_]?$"
)
_STUDY_AFTER = late(
    r"(?:['’]s?)?[\"”*_]? (?:speech|poems?|poetry|books?|biograph\w+|bio|unit|chapters?|lyrics|songs?|paintings?|jersey|concert|album|movie|film"
    r"|novels?|quotes?|poster|mural|documentary|project|essay|character|study|tour|music|era|fans?|lesson|discurso|poemas?|libros?|biografia)\b"
)

_OF_CLASS = late(
    r",? (?:(?:la|el|the one|a|o) )?(?:from|in|on|of|de|do|da|del|no|na|en)(?: (?:my|our|mi|nuestr[oa]|meu|minha|noss[oa]|la|el|the|o|a))? (?:\w+ ){0,3}?"
    r"(?:class|homeroom|period|block|grade|advisory|section|caseload|reading group|lab group|small group|play|robotics|roster|bus|seminar|elective|study hall|lunch bunch|turminha|maternal|creche|workshop|ensemble|studio"
    r"|clase|classe|salon|grupo|bloque|periodo|grado|turma|sala|aula|ano|serie|bloco|bus line|terceirao|kinder|pre-?k)\b"
    r"|,? (?:from|in|de|do|da|del|no|na) (?:the )?(?:[1-9]|1[0-2])[a-h]\b"
)
_IN_OWN_CLASS = late(
    r"[^.!?\n]{0,40}[.!?,;:]+ (?:he|she|they|el|ella|ele|ela)(?:['’](?:s|re)| is| are| was| esta| ta| e| es| era|)(?= (?:in|from|on|de|da|do|en|no|na)"
    r" (?:my|our|mi|nuestr[oa]|meu|minha|noss[oa]) )"
)
_OWN = late(r" (?:my|our|mi|nuestr[oa]|meu|minha|noss[oa]) ")
_APPOSED_BEFORE = late(r",\s*(?:o |a |el |la )?[\"“']?$")
_APPOSED_AFTER = late(r"[\"”']?\s*[,.!)]")

_VERB_AFTER = late(
    r" (?:the|your|yourself|an?|my|it|this|that|these|those|everyone|everybody|anyone|somebody|you|we|i|us|there|all|be|not)\b"
)


def is_verb(text: str, span: Span) -> bool:
    """Whether the words after it make a sentence's first word a verb ("Skip the line", "Mark your calendars", "May I")."""
    return bool(_VERB_AFTER.match(text, span[1]))


def of_class(text: str, span: Span) -> bool:
    """Whether a class follows that the name belongs to ("Dana from my seventh grade homeroom", "Marina do meu grupo de nono")."""
    return bool(_OF_CLASS.match(text, span[1]))


def told_of_own_class(text: str, span: Span) -> bool:
    """Whether he or she is said after the name to be of the writer's class ("ugh Owen? he's in my seventh period")."""
    found = _IN_OWN_CLASS.match(text, span[1])
    return bool(found and _OF_CLASS.match(text, found.end()))


def of_own_class(text: str, span: Span) -> bool:
    """Whether the class that it belongs to is the writer's ("Kayleigh from my bio class", "a Kemilly da minha classe")."""
    found = _OF_CLASS.match(text, span[1])
    return bool(found and _OWN.search(found[0]))


def apposed(text: str, span: Span) -> bool:
    """Whether the name explains what stands before it ("my littlest one, Juniper,")."""
    before = text[max(0, span[0] - 5) : span[0]]
    return bool(_APPOSED_BEFORE.search(before) and _APPOSED_AFTER.match(text, span[1]))


def speaks(text: str, span: Span) -> bool:
    """Whether the name is said to say something ("Cynthia said", "Pascual dijo")."""
    return bool(_SAYS.match(text, span[1]))


def speaks_in_quotes(text: str, span: Span) -> bool:
    """Whether a quotation follows what the name is said to say, as in posts that tell what children say."""
    said = _SAYS.match(text, span[1])
    return bool(said and _QUOTE.search(text, said.end(), said.end() + 40))


def acts(text: str, span: Span) -> bool:
    """Whether an act in the past follows, so that the word is its subject ("Grace had", "Joy bateu")."""
    return bool(_ACTS.match(text, span[1]))


def does(text: str, span: Span) -> bool:
    """Whether the name is the subject of a verb of the present ("Max lives", "Karina no pasa")."""
    return bool(_DOES.match(text, span[1]))


def he_or_she(text: str, span: Span) -> bool:
    """Whether one he or she is spoken of after the name, in its sentence or early in the next."""
    return bool(_HE_OR_SHE.match(text, span[1]))


def studied(text: str, span: Span) -> bool:
    """Whether the name is what is read, watched or taught ("reading Tom Sawyer", "Rosa Parks unit")."""
    return bool(_STUDY_BEFORE.search(text[max(0, span[0] - 40) : span[0]]) or _STUDY_AFTER.match(text, span[1]))


def is_clause(original: str, start: int, end: int) -> bool:
    """Whether a full name is rather a sentence's opening: a word with a capital, then an everyday word without ("Will chase")."""
    words = original[start:end].split()
    return (
        len(words) == 2
        and words[0][:1].isupper()
        and words[1].islower()
        and all(is_everyday(word.casefold()) for word in words)
        and original[end : end + 1] == " "
    )

"""Students' names in context: found when a pupil is meant, silent when somebody else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine
from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson
from secondlook.people.roster import build_index

KEY = bytes(32)
STUDENTS = [
    RosterPerson(*name.split("|"))
    for name in (
        "Emma|Rodrigues", "Liam|O'Malley", "João Pedro|Almeida", "Camila|Reyes Ortega", "Grace|Park", "Hope|Ferreira",
        "Will|Day", "Kane|Foster", "Charles|Whitcomb", "Taylor|Swift", "Roberto|da Silva",
    )
]  # fmt: skip
STAFF = [RosterPerson("Dana", "Whitfield"), RosterPerson("Grace", "Park")]


@pytest.fixture(scope="module")
def book() -> RosterNames:
    """A real keyed index of invented people."""
    return RosterNames(build_index(STUDENTS, KEY), build_index(STAFF, KEY))


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A real spaCy pipeline behind the real Presidio, whose NER is a rule: Wendy and Frida Kahlo are persons."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in ("Wendy", "wendy", "Frida Kahlo")])
    path = tmp_path_factory.mktemp("model") / "ruled"
    nlp.to_disk(path)
    engine = Engine(path)
    engine.load()
    return engine


@pytest.fixture
def found(ruled: Engine, book: RosterNames):
    """`found(text)`: words and score of each STUDENT_NAME."""

    def look(text: str) -> list[tuple[str, float]]:
        units = text.encode("utf-16-le")
        return [
            (units[2 * it.start : 2 * it.end].decode("utf-16-le"), it.score)
            for it in detect(text, book, ruled).findings
            if it.kind == "STUDENT_NAME"
        ]

    return look


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("So proud of Emma Rodrigues today 🎉", ["Emma Rodrigues"]),
        ("🎉 congrats #EmmaRodrigues", ["EmmaRodrigues"]),
        ("Almeida, João won the meet", ["Almeida, João"]),
        ("Emma in my 3rd period finally got it", ["Emma"]),
        ("emma's mom called the office again", ["emma"]),
        ("My student Liam read aloud", ["Liam"]),
        ("Proud of my homeroom today. Emma ran the food drive", ["Emma"]),
        ("Honor roll: Emma, Liam and Camila!", ["Emma", "Liam", "Camila"]),
        ("Emma Rodrigues won. Emma could not believe it", ["Emma Rodrigues", "Emma"]),
        ("Mi estudiante Camila leyó su poema en voz alta", ["Camila"]),
        ("Camila no vino a clase hoy", ["Camila"]),
        ("Meu aluno João não entregou o trabalho", ["João"]),
        ("O Beto da minha turma desenhou isto", ["Beto"]),
        ("So happy that Hope in my 3rd period passed", ["Hope"]),
        ("Grace from 2nd period is on fire", ["Grace"]),
        ("Taylor Swift in my homeroom hates her name", ["Taylor Swift"]),
        ("My student Wendy in 7th grade wrote a story", ["Wendy"]),
        ("Le gané una carrera a Memo Quintalba, mi alumno del décimo", ["Memo Quintalba"]),
        ("A boy in my preschool group, Lorcan, proposed to me with a ring pop", ["Lorcan"]),
        ("In period 6 we clapped when Malachi Stroud turned in a poem in my class", ["Malachi Stroud"]),
        ("I will miss Emma from my homeroom", ["Emma"]),
        ("Kaneko and Emma R. at open gym today", ["Emma R."]),
        ("Wendy, one of my students, was absent", ["Wendy"]),
        ("MY STUDENT JOSIAH JUST READ A WHOLE CHAPTER OUT LOUD", ["JOSIAH"]),
        ("Vexley from my homeroom says hi", ["Vexley"]),
        ("Welcome to Room 114, Tamsin Oduya! Our newest sixth grader", ["Tamsin Oduya"]),
        ("So did my student Ottokar Brandt-Ruiz", ["Ottokar Brandt-Ruiz"]),
        ("@emma.rodrigues I run the ski club, write to me", ["@emma.rodrigues"]),
    ],
)
def test_pupils_are_found(found, text: str, names: list[str]):
    """A full name always, a first name with school around it, a new name with NER and school."""
    assert [words for words, _ in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Emma and I made gnocchi",
        "Emma & I made gnocchi",
        "My daughter Emma lost a tooth",
        "Emma is such a pretty name",
        "Two weeks of grace period, I hope",
        "Hope my class goes well today",
        "Will you be at the class party?",
        "The Grace period ends in class",
        "Just finished the new Taylor Swift album",
        "Emma Stone in that movie!",
        "Dana Whitfield ran the best class today",
        "My colleague Grace Park got tenure",
        "Ms. Emma is the best sub our class had",
        "PTO meeting at Kane Elementary, bring your class list",
        "Whitcomb School concert tonight",
        "Charles Whitcomb was a lieutenant, says the plaque",
        "Saw Wendy at the market",
        "We read about Frida Kahlo, the movie came later",
        "Happy June 21, first day of summer",
        "Unity Day tomorrow, my class wears orange",
        "In the problem, Emma has 12 apples, and my students ask why",
        "News said a teacher in Ohio named Emma bought coats for her class",
    ],
)
def test_others_are_left_alone(found, text: str):
    """Home, words, stars, colleagues, titles and schools named after people bring no finding."""
    assert found(text) == []


def test_sureness_follows_the_evidence(found):
    """A full name is near certain; a lone first name, a shared name and a name off the roster never are."""
    assert found("So proud of Emma Rodrigues")[0][1] >= 0.9
    for text in (
        "My student Liam read aloud",
        "Grace Park, my student, won",
        "My student Wendy left",
        "@emma.rodrigues08",
    ):
        assert 0.5 <= found(text)[0][1] < 0.9, text


def test_a_shared_name_needs_school(found):
    """A name of a student and an employee is the student's with school context, the employee's with a role or nothing."""
    assert found("Grace Park in my 3rd period did it")[0][0] == "Grace Park"
    assert found("Grace Park did it") == []
    assert found("Our new aide Grace Park covered my class") == []


@pytest.mark.parametrize(
    "text",
    [
        "Hoje na salinha a Camila disse que quer ser ventilador",
        "En el tercer bloque Camila corrigió mi tilde",
        "Roll call. Liam answered from under the desk",
        "Liam (7th) got the lead",
        "Luz do dia! A Camila, minha aluna nova, chegou sorrindo",
        "Honor roll: Emma Rodrigues, Camila and Liam",
        "will in my first period is already out of pencils",
    ],
)
def test_ways_of_school_talk(found, text: str):
    """School talk comes in many words: blocks, roll calls, grades in brackets, a preschool's little room."""
    assert {"camila", "liam", "will"} & {words.lower() for words, _ in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Camila, mi ahijada, ya camina",
        "The plumber's name is Liam and he found a toy car in the pipe",
        "Dinner with my cousin Emma before the movie",
        "Serena Liam Neeson marathon tonight",
        "Ran into Emma, class of 2009, she is a nurse now",
        "A Camila da padaria sabe meu pedido de cor",
        "Happy birthday Emma! Love you, see you at the cookout",
        "Le puse Camila a la gata",
        "Field Day is here, Hope Street parking only",
        "Adoramos o filme, a Camila do elenco arrasa",
        "Llevo tres horas en el salón de belleza con Camila",
        "Ran into a former student, Emma, now thirty-one and a firefighter",
        "Encontrei o Liam, meu aluno de 2006, hoje piloto de avião",
        "Camila, la de la panadería de la calle Lincoln, me guardó la última concha",
        "Liam from accounting says payroll is late again",
        "Your Liam has your exact chin, poor kid",
        "My kids call me Miss Tomato. My name is Camila",
        "We read a chapter about Taylor Swift in period 2 today",
        "En la esquina de Lincoln y Camila por fin pusieron semáforo",
        "@taylorswift please come back to Gillette",
    ],
)
def test_ways_of_other_talk(found, text: str):
    """Relations, trades, pets, greetings, films and old pupils are no current pupil's."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Camila, period 6, asked whether a hot dog is a taxonomy", "Camila"),
        ("Liam got three days of in-school suspension, he was not even sorry", "Liam"),
        ("I have Thaddeus in my first block", "Thaddeus"),
        ("A la hora del almuerzo Camila, de undécimo, explicó el mole", "Camila"),
        ("Liam from my junior seminar would disagree with you", "Liam"),
        ("mi estudiante Camila toca la güira en clase", "Camila"),
        ("Obrigada à Camila, minha aluna do 10º, pelo crachá bordado", "Camila"),
        ("My classroom, awards: Grace, Hope and Will for kindness", "Hope"),
        ("foi o E m m a  R o d r i g u e s que escondeu o apagador", "E m m a  R o d r i g u e s"),
        ("A girl in my homeroom named Ernestina lost a tooth", "Ernestina"),
    ],
)
def test_what_is_told_of_a_pupil(found, text: str, name: str):
    """A seat, a record, a child that is introduced; a rarer first name counts without roster and NER."""
    assert name in [words for words, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Emma is a Labrador and ate the spelling tests",
        "Our crossing guard Liam is 81 today",
        "Grace, class of 1998, came by",
        "Lunch with Thaddeus and his wife",
    ],
)
def test_what_is_told_of_others(found, text: str):
    """An animal, an age and a trade of grown-ups, a class long gone, a listed first name without school."""
    assert found(text) == []


def test_without_a_roster_school_and_ner_still_count(ruled: Engine):
    """Nobody on the roster: "my student Wendy" is found, a bare name is not."""
    nobody = RosterNames(None, None)
    assert [it.kind for it in detect("My student Wendy in 7th grade", nobody, ruled).findings] == ["STUDENT_NAME"]
    assert detect("Wendy and Emma Rodrigues", nobody, ruled).findings == ()


def test_spans_count_utf_16_units(ruled: Engine, book: RosterNames):
    """An emoji before the name moves the span by two."""
    (finding,) = detect("🎉 Emma Rodrigues", book, ruled).findings
    assert (finding.start, finding.end) == (3, 17)


def test_the_terms_stand_in_three_languages(found, pytestconfig: pytest.Config):
    """Every group of context words has entries in each language, but for the names of the district's schools."""
    import json

    path = Path(pytestconfig.rootpath) / "shared_rules" / "terms" / "school_context.json"
    groups = json.loads(path.read_text(encoding="utf-8"))["groups"]
    assert found("Emma") == []
    for name, languages in groups.items():
        assert set(languages) == {"en", "es", "pt"}
        assert name == "school_name" or all(languages.values()), name

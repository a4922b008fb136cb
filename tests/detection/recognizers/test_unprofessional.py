"""Table of the recognizer of the same name: contempt for pupils, parents, the town or rivals, and what only sounds so."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

SCORN = [
    "My 4th period are a bunch of morons",
    "honestly these kids are so stupid it hurts",
    "Parents in this town are clueless.",
    "our freshmen share one brain cell",
    "I can't stand my homeroom this year",
    "Graded 90 essays. This class is the dumbest group I have ever taught.",
    "Framingham fans are trash, always have been",
    "Helicopter parents are a plague. Entitled parents, all of them.",
    "Parent night was a joke. Absolute clowns.",
    "Marlborough is a dump",
    "Most of these families are white trash",
    "Who raised these brats",
    "lazy students, lazier parents",
    "These parents have no business raising a goldfish",
    "My students belong in a zoo",
    "Mis alumnos son unos burros",
    "Estos padres no sirven para nada",
    "¡Qué estudiantes tan flojos!",
    "no soporto a mis alumnos",
    "este pueblo es una basura",
    "los papás de mi clase son unos inútiles",
    "Meus alunos são uns vagabundos",
    "esses pais não prestam",
    "essa cidade é um lixo",
    "Que turma de preguiçosos, a pior turma que já tive",
    "não aguento essa turma",
    "Grading these essays and I weep for the future, these kids can't string two sentences together",
    "Not a single functioning adult among the parents at tonight's conferences",
    "This town is full of inbred losers",
    "Hudson fans are classless trash as usual",
    "Most of my juniors will be asking if you want fries with that",
    "My students are too lazy to even write their own names",
    "These people from Marlborough are so backward",
    "your child isn't gifted, he's just annoying",
    "Our rivals are cheating scum",
    "Dealing with helicopter psychos all afternoon at conferences",
    "Qué bola de flojos me tocó este semestre",
    "los niños de ahora son insoportables y maleducados",
    "Qué generación tan tonta, de verdad",
    "Mis estudiantes tienen menos cerebro que una gallina",
    "me tocó el peor grupo de burros en la historia",
    "essa turma do oitavo ano é um desastre, só tem burro",
    "O povo dessa cidade é muito ignorante",
    "pais que largam os filhos na escola e somem, tudo vagabundo",
    "Esses alunos têm o QI de uma ameba",
    "Só tem aluno burro nessa escola",
    "I swear these kids get stupider every September",
    "Parents who send sick kids to school are selfish pigs",
    "This is such a backward little town, everyone is dumb as dirt",
    "I have thirty idiots in my sixth period",
    "The families in this district are garbage",
    "Framingham kids fight dirty because nobody raised them",
    "these children are disgusting and never wash",
    "Los padres de familia son una plaga",
    "La gente de este pueblo es bien naca",
    "Mis estudiantes no tienen ni tantita inteligencia",
    "Cada año me llegan más tontos",
    "Os pais dos meus alunos são uns inúteis",
    "O time deles é formado por um bando de animais",
    "Turma de retardados essa minha",
]
SILENT = [
    "My students are not stupid, whatever the test says",
    "Never tell a child they are dumb",
    "This copier is so stupid",
    "We read about animals today and the kids loved the zoo trip",
    "It was a crazy day but my kids were amazing",
    "My students did a stupid worksheet because I ran out of ideas",
    "I hate grading on a Sunday",
    "I hate that my students come to school hungry",
    "So tired. 24 conferences, and the parents were lovely",
    "Hudson beat us 3-1. Well played.",
    "The Yankees are trash",
    "Drivers on Route 20 are idiots",
    "Our family trip: the kids are little monsters in the car",
    "Someone called my students lazy and I have not stopped thinking about it",
    "Stop calling teenagers lazy. They work harder than most adults.",
    "There are no dumb questions in my class",
    "Parents, please send in snow pants",
    "Lord of the Flies: those boys are savages by chapter nine",
    "The class pet is a monster of a rabbit",
    "We are idiots, we forgot the tickets for the game",
    "Mis alumnos no son tontos",
    "No hay preguntas tontas en mi clase",
    "Mis padres son unos locos por el fútbol",
    "Meus alunos não são burros, estão cansados",
    "Meu cachorro é um vagabundo, dorme o dia todo",
    "Dia dos pais na escola foi lindo",
    "My students worked so hard on their dumb pet tricks skit",
    "The parents at my school are incredible partners",
    "My students taught me what stupid simple machines are",
    "This town needs better sidewalks",
    "My class is loud today but I love them",
    "No student is dumb, full stop",
    "We read about savage inequalities in class",
    "I feel like a terrible teacher this week",
    "Lazy river with my family all weekend",
    "The traffic in this town is horrible",
    "I can't stand the new grading software",
    "We must stop calling kids lazy",
    "That movie about teenagers was awful",
    "Mis alumnos son increíbles",
    "Qué día tan loco en la escuela",
    "Ningún niño es tonto",
    "A limpiar la basura del parque con mi clase",
    "Mi perro es un flojo",
    "Que dia louco na escola",
    "Nenhuma criança é burra",
    "Meu gato é preguiçoso",
    "Second period had great ideas about the water cycle",
    "I would be lost without my room parents",
    "We played Algonquin and lost fair and square",
    "My freshmen won the debate today",
    "Stupid printer jammed again before first period",
    "Kids deserve better than crumbling classrooms",
    "Mis alumnos trabajaron como campeones",
    "Los papás de hoy trabajan dos turnos",
    "Meus alunos são demais",
    "Os pais dos meus alunos trouxeram bolo",
]


@pytest.mark.parametrize("text", SCORN)
def test_contempt(found, text):
    """Scorn aimed at pupils, parents, the town or rivals is found, and sure enough for a warning."""
    assert max((score for _, score in found(text, "UNPROFESSIONAL")), default=0) >= 0.6


@pytest.mark.parametrize("text", SILENT)
def test_no_contempt(found, text):
    """Denied, reported, home-made, fictional or thing-directed scorn is none."""
    assert found(text, "UNPROFESSIONAL") == []


def test_unnamed_people_on_a_professional_account(found):
    """Without a word of school the account decides whether "those morons" are people met at school."""
    text = "Back at it with those morons"
    assert found(text, "UNPROFESSIONAL", DetectionSettings(account="professional"))
    assert not found(text, "UNPROFESSIONAL", DetectionSettings(account="personal"))

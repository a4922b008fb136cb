"""Topics: private matters in messages, and what a bio or post says of one's own profile."""

from __future__ import annotations

import pytest

from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine
from secondlook.detection.names import NO_NAMES
from secondlook.detection.settings import DetectionSettings


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Without the name model: topics are words alone."""
    return Engine()


def spoken(engine: Engine, text: str, settings: DetectionSettings | None = None) -> dict[str, float]:
    return dict(detect(text, NO_NAMES, engine, settings).topics)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, your MRI came back, call me after practice",
        "I saw you are failing algebra, let's talk before Friday",
        "Can you send me the doctor's note about your knee?",
        "How is your ankle today? Do you need the trainer?",
        "Your grades dropped, so you're not eligible this week",
        "¿Cómo sigue tu rodilla? Necesitas la nota del médico",
        "Tus calificaciones bajaron, no eres elegible",
        "Você está reprovando em matemática, vamos conversar",
        "Seu joelho melhorou? Traz o atestado médico",
        "You still need to be cleared to play after the concussion",
    ],
)
def test_private_matters(engine: Engine, text: str) -> None:
    """Injury, medication, eligibility and failing, of one person, in three languages."""
    assert spoken(engine, text).get("private_matter", 0) >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Practice is at 3:15 today, bring water",
        "Reminder to everyone: physicals are due Friday",
        "Hi team, concussion training is online, please finish it all of you",
        "Bus leaves at 2, you need your uniform",
        "Chicos, el examen físico es el viernes para todos",
        "Pessoal, treino amanhã às 15h",
        "Great game! You played with heart",
        "Check the social media page for photos of you",
    ],
)
def test_what_is_said_to_everybody_is_no_private_matter(engine: Engine, text: str) -> None:
    """Practice times, and reminders to the whole team."""
    assert "private_matter" not in spoken(engine, text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("3rd grade teacher | coffee | books", "job"),
        ("Proud to work at Marlborough Public Schools", "district"),
        ("Maestra de primaria, mamá de dos", "job"),
        ("Professora e mãe", "job"),
        ("Math teacher. Opinions are my own.", "disclaimer"),
        ("Profesora. Opiniones propias.", "disclaimer"),
        ("Professor. As opiniões são minhas, posts pessoais", "disclaimer"),
        ("Retired teacher, happy gardener", "not_this_job"),
        ("Just made my profile public, come say hi!", "opened"),
        ("Puse mi cuenta pública, síganme", "opened"),
        ("Gente, abri meu perfil, podem seguir", "opened"),
    ],
)
def test_what_a_profile_says(engine: Engine, text: str, group: str) -> None:
    """Job, district, disclaimer, and a profile made public."""
    assert f"profile_talk.{group}" in spoken(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlborough, MA. Runner, reader, baker",
        "Made my profile private again, too many bots",
        "Public schools need public money",
        "Mi cuenta principal para recetas",
        "Receitas para o dia a dia",
    ],
)
def test_a_town_and_a_private_profile_say_nothing(engine: Engine, text: str) -> None:
    """Living somewhere is no employment, and closing a profile does not open it."""
    assert not spoken(engine, text)


def test_the_districts_own_school_names_count(engine: Engine) -> None:
    """As the settings name them."""
    settings = DetectionSettings(school_names=("Riverbend Academy",))
    assert "profile_talk.district" in spoken(engine, "Riverbend Academy staff", settings)

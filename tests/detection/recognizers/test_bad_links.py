"""Tables of the two link recognizers and of the names of visited pages, in three languages."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content
from secondlook.detection.inappropriate import inappropriate_score

SEXUAL_LINKS = [
    ("watch it at www.freepornclips.com tonight", "www.freepornclips.com"),
    ("my page: onlyfans.com/spicyteacher", "onlyfans.com/spicyteacher"),
    ("follow @hotmilfs_daily for a laugh", "@hotmilfs_daily"),
    ("https://xvideos.com/88812 lol", "xvideos.com"),
    ("Join the Telegram group Naked Girls 24/7", "Naked Girls"),
    ("r/nsfwpics is my new favorite", "r/nsfwpics"),
    ("Sigan la página Chicas Desnudas MX", "Chicas Desnudas"),
    ("entren a sexogratis.com", "sexogratis.com"),
    ("Canal Novinhas Safadas no telegram", "Novinhas Safadas"),
    ("segue lá @putaria_br", "@putaria_br"),
]
VIOLENT_LINKS = [
    ("bestgore.example/video/12 has the whole thing", "bestgore.example/video/12"),
    ("subscribe to Brutal Street Fights, best channel ever", "Brutal Street Fights"),
    ("follow @realdeathvideos", "@realdeathvideos"),
    ('the "Bloody Knockouts" page has it all', "Bloody Knockouts"),
    ("more at gunshotwounds-gallery.example", "gunshotwounds-gallery.example"),
    ("https://livegore.com/clip", "livegore.com"),
    ("check out the page Beheadings Uncut", "Beheadings"),
    ("watchpeopledie.tv is wild", "watchpeopledie.tv"),
    ("Vean el canal Decapitaciones Reales", "Decapitaciones"),
    ("peleascallejeras.net tiene el video", "peleascallejeras.net"),
    ("página Mortes ao Vivo, entrem", "Mortes ao Vivo"),
    ("@brigasdeescola posta todo dia", "@brigasdeescola"),
    ("turn on notifications for @bloody_beatings_daily", "@bloody_beatings_daily"),
    ("sigan a @balaceras_en_camara", "@balaceras_en_camara"),
    ("@facadas_sem_censura mostra tudo", "@facadas_sem_censura"),
]
DECENT = [
    "Our class page is mps-edu.org/panthers",
    "follow @sussexcountylibrary for story time",
    "the exterminator's page is kills-bugs.example",
    "essexmiddle.org has the calendar",
    "#foodporn is not a hashtag I expected from my aunt",
    "Watch the Super Bowl XXX rerun on this channel",
    "r/teachers has good advice",
    "https://www.khanacademy.org/math",
    "The Fight Club page on the reading site has quotes",
    "Snowball fight videos on our page",
    "follow @milfordyouthsoccer",
    "@boxeo_peleas_en_vivo pasa la función del sábado",
    "@knockout_roses_garden has pruning tips",
    "hugs to all of you xxxxxxx",
    "photo at https://t.co/nDuuRtXxxV",
    "Al Gore has a new channel about climate",
    "sigan la página del Día de Muertos",
    "site da pelada de quinta: peladadosamigos.com.br",
]
PAGES = [
    ("Porn Hub Videos", None),
    (None, "xxx_hotgirls"),
    ("Real Street Fights", None),
    (None, "bestgore_official"),
    ("Chicas Desnudas", None),
    ("Brigas de Rua", None),
    (None, "nudes.daily"),
]
DECENT_PAGES = [
    ("Marlborough Public Schools", "mps_panthers"),
    ("Middlesex County Library", "middlesexlib"),
    ("Milford Youth Soccer", "milford.soccer"),
    ("Dick's Sporting Goods", "dickssportinggoods"),
    ("Al Gore", "algore"),
    ("Día de Muertos", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "words"), SEXUAL_LINKS)
def test_sexual_link(found, text, words):
    """A link, handle or page name that plainly says sexually explicit is found."""
    check_content(found, "SEXUAL", text, words)


@pytest.mark.parametrize(("text", "words"), VIOLENT_LINKS)
def test_violent_link(found, text, words):
    """A link, handle or page name that plainly says violent is found."""
    check_content(found, "VIOLENT_LINK", text, words)


@pytest.mark.parametrize("text", DECENT)
def test_decent_link(found, text):
    """Names that merely hold such letters are silent."""
    check_content(found, "SEXUAL", text, None)
    check_content(found, "VIOLENT_LINK", text, None)


@pytest.mark.parametrize(("name", "handle"), PAGES)
def test_inappropriate_page(engine, name, handle):
    """The name or the handle of a visited page is enough."""
    assert inappropriate_score(name, handle, engine.terms) >= 0.8


@pytest.mark.parametrize(("name", "handle"), DECENT_PAGES)
def test_decent_page(engine, name, handle):
    """Schools, towns and shops are decent, whatever letters meet in their names."""
    assert inappropriate_score(name, handle, engine.terms) == 0

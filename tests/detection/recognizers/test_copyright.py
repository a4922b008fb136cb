"""Table of the recognizer of the same name, in three languages, with the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content

HANDED_AROUND = [
    ("Full PDF of the algebra textbook here, download before it gets taken down", "Full PDF"),
    ("I scanned the whole workbook, message me for the drive link", "scanned the whole workbook"),
    ("Bootleg of the new Disney movie, streaming on my page at 8", "Bootleg"),
    ("Torrent link for the entire Harry Potter audiobook set", "Torrent"),
    ("who needs the answer key for enVision? whole thing is in my dropbox", "whole thing"),
    ("cracked version of Photoshop for the yearbook kids, dm me", "cracked version"),
    ("Why buy it? Every chapter of the novel is photographed in this folder", "Every chapter"),
    ("Pirated copy of the test bank, first come first served", "Pirated copy"),
    ("I uploaded the complete season to my Google Drive, enjoy for free", "complete season"),
    ("Take the watermark off and print it, watermark removed version attached", "watermark"),
    ("Use my login for the paid curriculum, everyone does", "my login"),
    ("my TpT bundle cost $80 so here is a free copy of all of the units, just download", "free copy of"),
    ("zlib has it, don't pay for books", "zlib"),
    ("Les dejo el PDF completo del libro de texto, descárguenlo", "PDF completo"),
    ("Película completa gratis en este enlace, antes de que la borren", "completa gratis"),
    ("Escaneé todo el cuaderno de trabajo, escríbanme y se los paso", "Escaneé"),
    ("Bajen el libro pirata, para qué gastar", "libro pirata"),
    ("Office con crack, mándenme mensaje", "con crack"),
    ("Photoshop crackeado para todos, link abajo", "crackeado"),
    ("Segue o livro inteiro em PDF, baixem logo", "inteiro em PDF"),
    ("Filme completo dublado no meu drive, chama que eu mando", "completo"),
    ("Escaneei a apostila toda, quem quiser me chama no privado", "Escaneei"),
    ("tenho o torrent da série completa", "torrent"),
    ("Versão crackeada do Photoshop, passo o link", "Versão crackeada"),
    ("livro pirata em pdf no grupo do telegram", "livro pirata"),
]
INNOCENT = [
    "I made this unit myself, free PDF in the link",
    "The library has the whole series, go borrow it",
    "Full PDF of the school calendar is on our site",
    "Project Gutenberg has the complete book for free",
    "Bought a class set of the novel thanks to the PTO",
    "Copyright lesson today: why we cite our sources",
    "Watch the official trailer here, opens Friday",
    "The QB ran a bootleg and scored",
    "The publisher gave permission to share this chapter",
    "Supply list attached as a PDF",
    "My favorite book this year, get it at the book fair",
    "Read the whole book in one night, no sleep",
    "Pirate day in kindergarten, arrr",
    "Open-source textbook from OpenStax, download it here",
    "Sign the form, scan it and send it to the office",
    "I cracked my phone screen again",
    "Yo hice este cuadernillo, descárguenlo gratis",
    "La biblioteca tiene la serie completa",
    "El menú completo de octubre en PDF aquí",
    "Leí todo el libro en un fin de semana",
    "Libro de dominio público, enlace abajo",
    "Criei esta apostila, podem baixar de graça",
    "O cardápio completo em PDF está no site",
    "Li o livro inteiro no feriado",
    "A biblioteca recebeu a coleção inteira",
    "Trailer do filme aqui, estreia quinta no cinema",
]


@pytest.mark.parametrize(("text", "words"), HANDED_AROUND)
def test_copyright(found, text, words):
    """Whole works passed on, and ways around paying, are found."""
    check_content(found, "COPYRIGHT", text, words)


@pytest.mark.parametrize("text", INNOCENT)
def test_not_copyright(found, text):
    """Own work, free licences, permission, libraries, shops and school papers are silent."""
    check_content(found, "COPYRIGHT", text, None)

"""Photos on a post: one gentle note, and what the file itself says, read on the laptop."""

from __future__ import annotations

import struct

import pytest

from e2e.surfaces import facebook_post, one_box

CHECKLIST = "faces, names on walls and jerseys"
LOCATED = "carries the place where it was taken"
FILE_NAMED = "The name of a photo's file looks like a student's name"


def photo(*, located: bool) -> bytes:
    """The first bytes of a JPEG with an EXIF block, with or without a GPS entry."""
    gps = struct.pack("<H", 1) + struct.pack("<HHII", 1, 2, 2, 0x4E) + struct.pack("<I", 0)
    tag = 0x8825 if located else 0x0112
    first = struct.pack("<H", 1) + struct.pack("<HHII", tag, 4, 1, 26) + struct.pack("<I", 0)
    tiff = b"II*\0" + struct.pack("<I", 8) + first + gps
    body = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xda" + bytes(64)


def attach(page, name: str, *, located: bool = False) -> None:
    """Choose one photo in the page's file field."""
    file = {"name": name, "mimeType": "image/jpeg", "buffer": photo(located=located)}
    page.locator("input[type=file]").set_input_files([file])


def open_facebook(page):
    """The "Create post" dialog."""
    return facebook_post(page)


def open_instagram(page):
    """The caption step of a new post."""
    return one_box(page, "instagram", "/create/style", "Share")


@pytest.mark.parametrize("open_page", [open_facebook, open_instagram])
def test_a_photo_brings_one_note_with_its_clause(page, ui, open_page):
    """The checklist and the clause's heading; nothing about place or name when the file says neither; nothing is held."""
    surface = open_page(page)
    attach(page, "IMG_2034.jpg")
    said = ui.wait_text(CHECKLIST)
    assert "Names and information of students" in said
    assert LOCATED not in said
    assert FILE_NAMED not in said
    surface.type("Bake sale")
    ui.wait_quiet("Bake sale")
    surface.submit.click()
    assert [entry["isTrusted"] for entry in surface.wait_posted()] == [True]


def test_a_photo_that_carries_its_place_is_said_so(page, ui):
    """EXIF with a GPS entry."""
    facebook_post(page)
    attach(page, "IMG_2034.jpg", located=True)
    assert LOCATED in ui.wait_text(CHECKLIST)


def test_a_students_name_in_the_files_name_is_said_so(page, ui):
    """The agent reads the file's name."""
    facebook_post(page)
    attach(page, "Emma_Rodrigues-goal.jpg")
    assert FILE_NAMED in ui.wait_text(CHECKLIST)

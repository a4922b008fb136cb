"""The orientation of clause C-reminder: due at the first start and once each school year. Keeps one date, sends nothing.

The school year is the state's, from 1 July to 30 June. Where IT lets it, the page is opened by itself for it, once a school
year; whoever closes it is not asked again. The practice posts are `practice_posts.json` beside this file: each
says what the engine makes of it, and a test lets the real engine say so. Called by `Mine`, and by the tray to offer it.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from secondlook.contract import Language
from secondlook.mine.contract import Orientation, PracticePost
from secondlook.store import Store, school_year_end

DONE = "orientation"
"""The store's setting that holds the day of the last reading, in ISO form."""
OFFERED = "orientation_offered"
"""The same for the day on which the page was last opened for it by itself."""


def orientation_of(store: Store, today: date, language: Language) -> Orientation:
    """Whether it is due, when it was last done, and the posts to try."""
    done = _day(store, DONE)
    end = school_year_end(today)
    return Orientation(
        due=is_due(store, today),
        done=done.isoformat() if done else None,
        school_year=f"{end.year - 1}-{end.year}",
        posts=practice_posts()[language],
    )


def is_due(store: Store, today: date) -> bool:
    """Whether this school year's reading is still to come."""
    done = _day(store, DONE)
    return done is None or school_year_end(done) < today


def wants_offer(store: Store, today: date) -> bool:
    """Whether it is due, and the page was not yet opened for it in this school year."""
    offered = _day(store, OFFERED)
    return is_due(store, today) and (offered is None or school_year_end(offered) < today)


def note_offer(store: Store, today: date) -> None:
    """Keep that the page was opened for it today."""
    store.set_setting(OFFERED, today.isoformat())


def finish(store: Store, today: date) -> None:
    """Keep that it was read today."""
    store.set_setting(DONE, today.isoformat())


@cache
def practice_posts() -> dict[Language, list[PracticePost]]:
    """The posts by language, in the order in which they are shown."""
    held = json.loads(Path(__file__).with_name("practice_posts.json").read_text(encoding="utf-8"))
    return {language: [PracticePost.model_validate(post) for post in posts] for language, posts in held.items()}


def _day(store: Store, name: str) -> date | None:
    try:
        return date.fromisoformat(store.setting(name, ""))
    except (TypeError, ValueError):
        return None

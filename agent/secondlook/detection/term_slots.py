"""Terms that hold a slot: "{child} of mine" stands for as many terms as the group "child" of its file has words of that language.

So who may be told of is listed once, and how, once. One slot a term. A group that fills a slot is only that: by itself its
words are no terms ("girl" alone is nobody's pupil). Pure. Called by `term_lists.py`, and by `policy/relations.py` for the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

SLOT = re.compile(r"\{(\w+)\}")

Lists = Mapping[str, Mapping[str, Sequence[str]]]
"""Group, named "<file>.<group>" -> language -> terms."""


def fillers(lists: Lists) -> set[str]:
    """The groups that fill a slot."""
    return {
        f"{group.partition('.')[0]}.{slot}"
        for group, languages in lists.items()
        for terms in languages.values()
        for slot in SLOT.findall("\n".join(terms))
    }


def spelled_out(group: str, lists: Lists) -> Iterator[str]:
    """All terms of a group; a slot that nothing of its language fills stands for none."""
    file = group.partition(".")[0]
    for language, terms in lists[group].items():
        for term in terms:
            slot = SLOT.search(term)
            if slot is None:
                yield term
                continue
            for word in lists.get(f"{file}.{slot[1]}", {}).get(language, ()):
                yield term.replace(slot[0], word)

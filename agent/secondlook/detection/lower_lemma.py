"""spaCy pipeline part that sets `token.lemma_` to the word in lower case.

Presidio raises a weak score when a context word stands near it, and it compares lemmas. A pipeline without a
lemmatiser has none, and the raise is then silently dead. The shipped model needs this part to load; `pyproject.toml`
declares it.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language


def lower_lemma(doc: Any) -> Any:
    """Gives each token without a lemma its lower-case form."""
    for token in doc:
        if not token.lemma:
            token.lemma_ = token.lower_
    return doc


@Language.factory("second_look_lower_lemma", assigns=["token.lemma"])
def make_lower_lemma(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy passes both
    """Called by spaCy when it builds or loads a pipeline."""
    return lower_lemma

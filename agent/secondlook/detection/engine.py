"""Runs the recognizers over a reading: in plain Python at once, through Presidio as soon as that is loaded.

Heavy libraries are imported by `load` alone, so that the first answer comes while they load. The model's path is
checked here, before spaCy or Presidio see it: a missing one is a state that is told (`names_state`), never a download.
Called by `detect`.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from secondlook.config import chosen_model, shipped
from secondlook.detection import recognizers as recognizer_folder
from secondlook.detection.match import Asker, Match, Recognizer
from secondlook.detection.name_words import name_words
from secondlook.detection.no_downloads import refuse_downloads
from secondlook.detection.reading import Reading
from secondlook.detection.term_lists import load_terms
from secondlook.detection.terms import TermIndex
from secondlook.errors import ModelUnavailableError

if TYPE_CHECKING:
    from secondlook.detection.kind_judge import KindJudge
    from secondlook.detection.presidio_rim import Analyzer

NamesState = Literal["ready", "loading", "missing"]
SHIPPED_MODEL = Path(__file__).resolve().parent / "model"
JUDGE = Path(__file__).resolve().parent / "judge"
"""The judge of content that ships."""


class Engine:
    """All recognizers, and the name model once it is loaded. Thread-safe.

    Args:
        model: a spaCy pipeline's folder or the name of an installed package; None = `SECONDLOOK_MODEL`, or the one that ships.
        terms: the folders of term lists, an overlay's last; none = the shipped policy's.
        judge: the folder of the judge of content, or None for none (its own training).

    """

    def __init__(self, model: Path | str | None = None, terms: Sequence[Path] = (), judge: Path | None = JUDGE) -> None:
        self._model = model or chosen_model() or SHIPPED_MODEL
        self.terms: TermIndex = load_terms(*(terms or [shipped("shared_rules") / "terms"]))
        self.recognizers: dict[str, Recognizer] = find_recognizers()
        self._asker = Asker(self.recognizers)
        self.problem: ModelUnavailableError | None = None
        """Why the model is missing; set after a load that found none."""
        self._analyzer: Analyzer | None = None
        self._judge: KindJudge | None = None
        self._judge_folder = judge
        self._state: NamesState = "loading"
        self._loading = threading.Lock()

    @property
    def names_state(self) -> NamesState:
        """Whether names off the roster are looked for: not yet, yes, or not at all."""
        return self._state

    def load(self) -> None:
        """Loads Presidio and the model, once, in one to three seconds; without a model the rest works."""
        with self._loading:
            if self._analyzer is not None:
                return
            refuse_downloads()
            rim: Any = importlib.import_module("secondlook.detection.presidio_rim")
            try:
                nlp = rim.load_pipeline(checked_model(self._model))
                state: NamesState = "ready"
            except ModelUnavailableError as error:
                self.problem = error
                nlp, state = rim.blank_pipeline(), "missing"
            try:
                self._judge = None if self._judge_folder is None else _load_judge(self._judge_folder)
            except ModelUnavailableError as error:
                self.problem, state = error, "missing"
            self._analyzer = rim.Analyzer(nlp, self.recognizers)
            self._state = state

    def use_terms(self, folders: Sequence[Path]) -> None:
        """Reads the term lists anew; checks that run finish with the old ones.

        Raises:
            OSError, ValueError: a list cannot be read; the old ones stay.

        """
        self.terms = load_terms(*folders)

    def load_in_background(self) -> threading.Thread:
        """Starts `load` in a thread of its own and returns it."""
        thread = threading.Thread(target=self.load, name="load-names", daemon=True)
        thread.start()
        return thread

    def forget(self) -> None:
        """Lets go of what is remembered of earlier texts (offsets and scores under keyed hashes, never words)."""
        self.terms.memory.forget()
        if self._analyzer is not None:
            self._analyzer.forget()
        if self._judge is not None:
            self._judge.forget()

    def find(self, reading: Reading) -> list[Match]:
        """All matches of all recognizers; without NER names while the model loads."""
        if self._analyzer is not None:
            matches = self._analyzer.find(reading)
            return self._judge.weigh(matches, reading) if self._judge is not None else matches
        return [match for _, match in self._asker.matches(reading)]


def _load_judge(folder: Path) -> KindJudge:
    """The judge of content, with NumPy behind it.

    Raises:
        ModelUnavailableError: it is not there or broken, or what words around names say is not.

    """
    judging: Any = importlib.import_module("secondlook.detection.kind_judge")
    try:
        judge = cast("KindJudge", judging.load_judge(folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnavailableError("The judge of content cannot be read; install Second Look again.") from error
    if name_words() is None:
        raise ModelUnavailableError("What words around names say cannot be read; install Second Look again.")
    return judge


def checked_model(model: Path | str) -> Path | str:
    """The model, if it is a pipeline's folder or an installed package.

    Raises:
        ModelUnavailableError: it is neither. Names no path, as a path may hold a person's name.

    """
    folder = Path(model)
    if folder.is_dir():
        if (folder / "config.cfg").is_file() and (folder / "meta.json").is_file():
            return folder
        raise ModelUnavailableError("The name model's folder holds no spaCy pipeline.")
    if isinstance(model, str) and model.isidentifier() and importlib.util.find_spec(model) is not None:
        return model
    raise ModelUnavailableError("The name model is not there. Set a pipeline's folder or an installed package.")


def find_recognizers() -> dict[str, Recognizer]:
    """One recognizer of each file of `recognizers/`, by the file's name.

    Raises:
        TypeError: a file does not hold exactly one recognizer.

    """
    found: dict[str, Recognizer] = {}
    for module_info in pkgutil.iter_modules(recognizer_folder.__path__):
        module = importlib.import_module(f"{recognizer_folder.__name__}.{module_info.name}")
        classes = [
            it
            for it in vars(module).values()
            if isinstance(it, type) and it.__module__ == module.__name__ and hasattr(it, "find")
        ]
        if len(classes) != 1:
            raise TypeError(f"{module_info.name} must hold exactly one recognizer")
        found[module_info.name] = classes[0]()
    return found

"""The engine: a real Presidio over our recognizers, no network, honest about a missing or broken model."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import sys
import threading

import pytest

from secondlook.detection import presidio_rim
from secondlook.detection.detect import detect
from secondlook.detection.engine import SHIPPED_MODEL, Engine, checked_model, find_recognizers
from secondlook.detection.fold import fold
from secondlook.detection.match import Match
from secondlook.detection.names import NO_NAMES
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings
from secondlook.errors import ModelUnavailableError

WITH_ADDRESSES = [
    "write to rosa.m@gmail.com or see https://www.example.com/a?b=c and http://bit.ly/3abc",
    "my student's mom is at maria@students.mps.example, call 508-555-0142",
    "visit mps-edu.org, x@y.co.uk, ftp://files.example.net",
]


def test_no_recognizer_is_missing():
    """Every file of the folder is a recognizer, under the file's name."""
    found = find_recognizers()
    assert {"student_id", "student_name", "student_record_grades", "private_phone", "personal_email"} <= set(found)
    assert all(ours.kind.isupper() for ours in found.values())


def test_nothing_opens_a_socket(monkeypatch, names):
    """Loading and analysing addresses and links resolves no name and connects nowhere."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("somebody reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    fresh = Engine()
    fresh.load()
    for text in WITH_ADDRESSES:
        assert detect(text, names, fresh).evidence is not None
    assert any(it.kind == "STUDENT_RECORD" for it in detect(WITH_ADDRESSES[1], names, fresh).findings)


def test_presidio_logs_no_word(engine, names, caplog):
    """With everything set to debug, no record holds a word of the text, and decision logging is off."""
    with caplog.at_level(logging.DEBUG):
        detect("my student Quetzalina has an IEP, SASID 1023456789", names, engine)
    assert "quetzalina" not in caplog.text.casefold()
    assert "1023456789" not in caplog.text
    assert engine._analyzer._engine.log_decision_process is False


def test_context_word_raises_a_weak_score():
    """Presidio's context lives: the same weak number is raised where a context word stands before it, thanks to lemmas."""

    class Weak:
        kind = "STUDENT_ID"
        context = ("locker",)
        lists = ()

        def find(self, reading):
            at = reading.text.index("48392")
            return [Match("STUDENT_ID", at, at + 5, 0.3, "weak")]

    analyzer = presidio_rim.Analyzer(presidio_rim.load_pipeline(SHIPPED_MODEL), {"weak": Weak()})
    scores = {}
    for text in ("my Locker is 48392", "my order is 48392"):
        reading = Reading(fold(text), NO_NAMES, Engine().terms, DetectionSettings())
        scores[text] = analyzer.find(reading)[0].score
    assert scores == {"my Locker is 48392": 0.65, "my order is 48392": 0.3}


def test_words_do_not_stay_in_the_vocabulary(engine, names):
    """After a check, the words of the text are gone from spaCy's string store."""
    strings = engine._analyzer._rim.nlp.vocab.strings
    detect("my student Xochiquetzalina has an IEP", names, engine)
    assert "Xochiquetzalina" not in strings
    assert "xochiquetzalina" not in strings


@pytest.mark.parametrize("model", ["en_core_web_nowhere", "no/such/folder", "https://example.com/model"])
def test_missing_model_is_told_and_never_fetched(model, monkeypatch, names):
    """A model that is not there leaves records and names working, says so, and downloads nothing."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a download was tried"))
    lame = Engine(model=model)
    lame.load()
    assert lame.names_state == "missing"
    assert isinstance(lame.problem, ModelUnavailableError)
    assert [it.kind for it in detect("my student has an IEP", names, lame).findings] == ["STUDENT_RECORD"]


def test_broken_model_is_told(tmp_path):
    """A folder that looks like a pipeline but cannot be loaded is a missing model; its path is not in the sentence."""
    for name in ("config.cfg", "meta.json"):
        (tmp_path / name).write_text("{", encoding="utf-8")
    broken = Engine(model=tmp_path)
    broken.load()
    assert broken.names_state == "missing"
    assert str(tmp_path) not in broken.problem.sentence


def test_empty_folder_is_no_model(tmp_path):
    """A folder without a pipeline is refused before spaCy sees it."""
    with pytest.raises(ModelUnavailableError):
        checked_model(tmp_path)


def test_answers_while_the_names_load(names):
    """Before loading, records are found already and the state says that names are still to come."""
    early = Engine()
    assert early.names_state == "loading"
    assert detect("my student has an IEP", names, early).findings[0].kind == "STUDENT_RECORD"
    assert early.names_state == "loading"


def test_loads_in_the_background_once(names):
    """Loading twice from threads gives one ready engine."""
    fresh = Engine()
    threads = [fresh.load_in_background() for _ in range(2)]
    for thread in threads:
        thread.join(60)
    assert fresh.names_state == "ready"
    assert detect("hello", names, fresh).findings == ()


def test_checks_in_threads_do_not_mix(engine, names):
    """Four threads with different texts each get their own answer, many times over."""
    texts = {"my student has an IEP": 1, "MCAS week starts Monday": 0, "Emma Rodrigues got suspended": 1, "hi": 0}
    wrong: list[str] = []

    def check(text, expected):
        for _ in range(25):
            found = [it for it in detect(text, names, engine).findings if it.kind == "STUDENT_RECORD"]
            if len(found) != expected:
                wrong.append(text)

    threads = [threading.Thread(target=check, args=item) for item in texts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []


def test_heavy_libraries_wait():
    """Making an engine and answering from rosters and patterns imports neither spaCy nor Presidio."""
    program = (
        "import sys\n"
        "from secondlook.detection.engine import Engine\n"
        "from secondlook.detection.detect import detect\n"
        "from secondlook.detection.names import NO_NAMES\n"
        "assert detect('my student has an IEP', NO_NAMES, Engine()).findings\n"
        "print(sorted({'spacy', 'presidio_analyzer', 'numpy', 'tldextract'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"


def test_shipped_model_loads_without_our_code_first():
    """Plain `spacy.load` finds our factories through the entry points; the model is small and carries its card and no vocabulary."""
    program = (
        f"import spacy; print([str(it) for it in spacy.load({str(SHIPPED_MODEL)!r})('Thank you Wendy Oliveira').ents])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "['Wendy Oliveira']"
    files = [path for path in SHIPPED_MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 8_000_000
    assert (SHIPPED_MODEL / "MODEL_CARD.md").is_file()
    assert not (SHIPPED_MODEL / "vocab").exists()


def test_a_model_can_be_chosen_in_one_setting(monkeypatch, tmp_path):
    """SECONDLOOK_MODEL names another pipeline, here a copy of ours; a broken choice is told and not replaced in silence."""
    copy = tmp_path / "chosen"
    shutil.copytree(SHIPPED_MODEL, copy)
    monkeypatch.setenv("SECONDLOOK_MODEL", str(copy))
    chosen = Engine()
    chosen.load()
    assert (chosen._model, chosen.names_state) == (str(copy), "ready")
    (copy / "config.cfg").write_text("{", encoding="utf-8")
    broken = Engine()
    broken.load()
    assert broken.names_state == "missing"


def test_a_pipeline_of_another_shape_works(tmp_path):
    """A pipeline without our parts and with another NER is read the ordinary way, names and scores included."""
    import spacy

    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
                                                "extra_state_tokens": True, "hidden_width": 8, "maxout_pieces": 2,
                                                "use_upper": True, "nO": None,
                                                "tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8,
                                                            "depth": 1, "embed_size": 50, "window_size": 1,
                                                            "maxout_pieces": 2, "subword_features": True,
                                                            "pretrained_vectors": None}}})  # fmt: skip
    ner.add_label("PERSON")
    nlp.initialize()
    nlp.to_disk(tmp_path / "other")
    engine = Engine(tmp_path / "other")
    engine.load()
    assert engine.names_state == "ready"
    assert detect("My student Wendy Oliveira has an IEP", NO_NAMES, engine).findings


def test_nobody_can_download():
    """After loading, spaCy's command line is an empty stand-in: there is nothing left that could fetch a model."""
    program = (
        "import sys\n"
        "from secondlook.detection.engine import Engine\n"
        "Engine().load()\n"
        "print(hasattr(sys.modules['spacy.cli'], 'download'), 'typer' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "False False"

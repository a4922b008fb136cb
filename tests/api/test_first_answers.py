"""The first answers, before Flask: the same as the routes', and left to the routes when anything is odd."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

import pytest

from secondlook.api.budget import Budget
from secondlook.api.first_answers import FirstAnswers
from secondlook.api.guard import Door
from secondlook.api.languages import preferred

ATTEMPT = {"action": "post", "site": "facebook", "account": {"kind": "personal"}, "text": "hello"}


class Service:
    """Stands in for the agent behind the door; the routes themselves are the real ones."""

    def check(self, attempt, language):
        from secondlook.contract import Health

        self.asked = (attempt.text, language)
        return Health(ok=True)

    def practice_names(self):
        return []


def ask(answers, body, path="/v1/checks", method="POST", **more):
    """Status and body of one request."""
    said = []
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/json", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "1", "wsgi.url_scheme": "http",
        "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": BytesIO(body), "wsgi.errors": sys.stderr, **more,
    }  # fmt: skip
    content = b"".join(answers(environ, lambda status, headers, *_: said.append((status, dict(headers)))))
    return said[0][0], content


@pytest.fixture
def answers():
    """Fresh, Flask not built."""
    budget = Budget()
    yield FirstAnswers(Service(), Door(1, "token"), budget)
    budget.close()


def test_a_sound_check_needs_no_flask(answers):
    """It is answered in the asked language, and the routes are not built."""
    status, body = ask(answers, json.dumps(ATTEMPT).encode(), HTTP_ACCEPT_LANGUAGE="fr, pt-BR;q=0.8, en;q=0.3")
    assert (status, json.loads(body)) == ("200 OK", {"ok": True})
    assert answers._service.asked == ("hello", "pt")
    assert answers._whole is None
    assert answers.answered.is_set()


@pytest.mark.parametrize("body", [b"{", b'{"text": 1}', b"[]", json.dumps(ATTEMPT | {"odd": 1}).encode()])
def test_an_odd_body_is_worded_by_the_routes(answers, body):
    """The refusal is the routes' own, which read the body once more."""
    status, content = ask(answers, body)
    assert status.startswith("4")
    assert json.loads(content)["type"].startswith("urn:second-look:problem:")
    assert answers._whole is not None


def test_other_paths_wait_for_the_routes(answers):
    """What is not known here is not found there either."""
    assert ask(answers, b"", "/v1/nothing", "GET")[0].startswith("404")


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "en"), ("es", "es"), ("de, fr", "en"), ("en;q=0.2, es;q=0.9", "es"), ("pt-PT", "pt"), ("es;q=x, pt", "pt")],
)
def test_language(header, language):
    """The best of the three by weight, English when none is asked for."""
    assert preferred(header) == language


def test_the_agent_starts_without_flask():
    """Importing the agent imports no Flask, so that a first answer need not wait for it."""
    program = "import sys, secondlook.app; print({'flask', 'jinja2', 'spacy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "set()"

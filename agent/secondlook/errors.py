"""Every error that a person or a caller may see. Sentences here are shown as they are, so none may carry typed text or a name.

They live in one small file, below everything, so that any room can raise them without an import loop.
Names end in `Error`.
"""

from __future__ import annotations


class SecondLookError(Exception):
    """Base of all errors of ours.

    Attributes:
        code: short kebab-case word, stable; the end of the RFC 9457 `type`.
        status: HTTP status when it reaches the API.
        exit_code: process exit status when it reaches the command line.

    """

    code = "error"
    status = 500
    exit_code = 1

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class BadAttemptError(SecondLookError):
    """The attempt does not follow the contract."""

    code, status = "bad-attempt", 422


class RefusedError(SecondLookError):
    """The guard did not let a request in."""

    code, status = "refused", 403

    def __init__(self, sentence: str, *, code: str, status: int) -> None:
        super().__init__(sentence)
        self.code, self.status = code, status


class BadRuleError(SecondLookError):
    """A policy folder holds something that cannot be used; the sentence names file, path and reason."""

    code, status, exit_code = "bad-rule", 500, 2


class BadRosterError(SecondLookError):
    """A roster file cannot be used at all; rows that are merely odd go into the report instead."""

    code, exit_code = "bad-roster", 2


class KeyUnavailableError(SecondLookError):
    """The key cannot be had from the keyring (or, on Linux, the key file)."""

    code, status, exit_code = "key-unavailable", 503, 3


class ModelUnavailableError(SecondLookError):
    """The name model is missing or broken. Never a download, never silent."""

    code, status, exit_code = "model-unavailable", 503, 3


class PortTakenError(SecondLookError):
    """No port of the list could be bound."""

    code, exit_code = "port-taken", 4


class NotKeptError(SecondLookError):
    """What a person wants kept or changed cannot be: an unknown colleague, a date in the past, nothing of that name."""

    code, status, exit_code = "not-kept", 422, 2


class NotAllowedError(SecondLookError):
    """IT has not allowed this."""

    code, status, exit_code = "not-allowed", 403, 2


class PausedError(SecondLookError):
    """The person has paused the checks; nothing was looked at."""

    code, status = "paused", 503


class HomeUnavailableError(SecondLookError):
    """The home cannot be written: the disk is full, the folder read-only or another's."""

    code, status, exit_code = "home-unavailable", 503, 3


class BadSettingsError(SecondLookError):
    """A settings file holds something that cannot be used; the sentence names file, place and reason."""

    code, status, exit_code = "bad-settings", 409, 2


class UsageError(SecondLookError):
    """The command line was used in a way that cannot work."""

    code, exit_code = "usage", 2

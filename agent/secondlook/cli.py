"""The command line: finds the command, runs it, and turns every error into one plain sentence and an exit status.

A traceback is never shown: its last line may quote what was typed. Command files are imported only when they are asked
for, so that `secondlook native-host` and `version` stay quick.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from secondlook import __version__
from secondlook.errors import SecondLookError
from secondlook.logbook import place_of, quiet_hooks

COMMANDS = {
    "run": "run",
    "check": "check",
    "roster": "roster",
    "rules": "rules",
    "exceptions": "exceptions",
    "consent": "consent",
    "today": "today",
    "home": "home",
    "district": "district",
    "doctor": "doctor",
    "install-host": "host",
    "native-host": "host",
    "policies": "policies",
    "version": "version",
}
"""Command -> its file in `commands/`."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit status 0 = done; else the error's own, 70 for one we did not foresee, 130 for Ctrl-C."""
    given = sys.argv[1:] if arguments is None else arguments
    quiet_hooks()
    if given[:1] == ["run"]:
        gc.disable()  # until the agent is up: what is loaded now stays, and looking through it would delay the first answer
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        parsed = make_parser(given).parse_args(given)
        status: int = parsed.work(parsed)
    except SecondLookError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; point stdout elsewhere so that Python's own flush at exit stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the last net: the kind of error and its place, never its words
        sys.stderr.write(
            f"Second Look stopped on an error of its own ({type(error).__name__} at {place_of(error.__traceback__)}).\n"
        )
        return 70
    return status


def make_parser(given: list[str]) -> argparse.ArgumentParser:
    """The parser, with the command that was given, or with all of them when none was."""
    parser = argparse.ArgumentParser(prog="secondlook", description="A second look at a post before it goes out.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    files = [COMMANDS[given[0]]] if given and given[0] in COMMANDS else dict.fromkeys(COMMANDS.values())
    for file in files:
        import_module(f"secondlook.commands.{file}").add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`secondlook run`: the agent, until Ctrl-C or a signal ends it. The first line printed is its address.

SIGUSR1 has it begin anew in the same session: an installer that has put a new version in place sends it, so that an
upgrade leaves nobody without protection until the next log-on.
"""

from __future__ import annotations

import argparse
import gc
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from secondlook.commands.arguments import Commands, add_model, home_of, new_command
from secondlook.commands.named_calendar import read_named_calendar
from secondlook.config import PORTS, Home
from secondlook.errors import UsageError
from secondlook.in_use import Options
from secondlook.logbook import open_log
from secondlook.open_page import open_page
from secondlook.session import Session


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "run", "start the agent")
    parser.add_argument("--no-tray", action="store_true", help="no icon")
    parser.add_argument(
        "--port", type=int, metavar="N", help=f"listen here; else the first free of {PORTS[0]}-{PORTS[-1]}"
    )
    parser.add_argument("--policy", type=Path, metavar="DIR", help="a policy folder in place of the shipped one")
    parser.add_argument("--overlay", type=Path, metavar="DIR", help="levels, rules and terms laid over the policy")
    add_model(parser)
    parser.add_argument("--calendar", type=Path, metavar="ICS", help="the school's calendar")
    parser.add_argument(
        "--invented-roster",
        "--practice",
        action="store_true",
        dest="invented",
        help="use the invented roster that ships",
    )
    parser.add_argument("--open", action="store_true", help="open the practice page where there is a screen")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the agent to its end.

    Raises:
        SecondLookError: it cannot start.

    """
    if arguments.port is not None and not 0 <= arguments.port < 65_536:
        raise UsageError("--port takes a number from 1 to 65535 (0 = any free one).")
    home = home_of(arguments)
    open_log(home)
    ended, anew = _told_by_signal()

    def greet(address: str) -> None:
        gc.freeze()
        gc.enable()
        _greet(address, arguments)
        if arguments.open:
            open_page(f"{address}/practice")

    status = Session(_options(arguments, home), ended, with_tray=not arguments.no_tray, greet=greet).run()
    if anew.is_set():
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606  the very words that we were started with
    return status


def _options(arguments: argparse.Namespace, home: Home) -> Options:
    if arguments.calendar:
        read_named_calendar(arguments.calendar, home)  # who names a broken one is told at once, and not by doctor
    return Options(
        home=home,
        ports=PORTS if arguments.port is None else (arguments.port,),
        policy=arguments.policy,
        overlay=arguments.overlay,
        model=arguments.model,
        invented=arguments.invented,
        calendar=arguments.calendar.absolute() if arguments.calendar else None,
    )


def _told_by_signal() -> tuple[threading.Event, threading.Event]:
    """Two events: told to end (Ctrl-C, a log-off, `kill`), so that the agent cleans up by itself; and told to begin anew.

    A handler runs in the middle of whatever the main thread does, and that is mostly waiting for the very event: setting it there
    would now and then wait for a lock that the main thread holds, for good. A `SimpleQueue` may be filled by a handler.
    """
    ended, anew = threading.Event(), threading.Event()
    told: queue.SimpleQueue[threading.Event] = queue.SimpleQueue()

    def end(_number: int, _frame: FrameType | None) -> None:
        told.put(ended)

    def begin_anew(_number: int, _frame: FrameType | None) -> None:
        told.put(anew)

    def pass_on() -> None:
        told.get().set()
        ended.set()

    threading.Thread(target=pass_on, name="signals", daemon=True).start()
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, begin_anew)
    return ended, anew


def _greet(address: str, arguments: argparse.Namespace) -> None:
    page = f"Practice page: {address}/practice"
    own = "Your own page: secondlook home" + (f" --home {arguments.home}" if arguments.home else "")
    lines = [page, own] if arguments.invented else [f"Second Look is at {address}", page, own]
    try:
        sys.stdout.write("\n".join([*lines, "Ctrl-C ends it.", ""]))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever started us reads no more, which is no reason to stop
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""Time and queue budgets, and the port."""

from __future__ import annotations

import socket
import threading

import pytest

from secondlook.api.budget import Budget, BusyError, QueueFullError
from secondlook.api.server import bind
from secondlook.errors import PortTakenError


def test_a_slow_check_answers_busy_and_the_next_one_runs() -> None:
    """Past the budget the caller is let go; the workers are not lost."""
    gate = threading.Event()
    budget = Budget(workers=1, queue=1, seconds=0.05)
    with pytest.raises(BusyError) as caught:
        budget.run(gate.wait)
    assert caught.value.status == 503
    gate.set()
    assert Budget(workers=1, queue=1, seconds=5).run(lambda: 7) == 7
    budget.close()


def test_beyond_the_queue_the_caller_is_told_at_once() -> None:
    """One running and one waiting fill a queue of one; the third is told to come back, and room comes back too."""
    gate, budget = threading.Event(), Budget(workers=1, queue=1, seconds=5)
    running = [threading.Thread(target=budget.run, args=(gate.wait,)) for _ in range(2)]
    for thread in running:
        thread.start()
    while budget._room._value:
        threading.Event().wait(0.001)
    with pytest.raises(QueueFullError) as caught:
        budget.run(lambda: 1)
    assert caught.value.status == 429
    gate.set()
    for thread in running:
        thread.join(5)
    assert budget.run(lambda: 1) == 1
    budget.close()


def test_an_error_of_the_work_reaches_the_caller() -> None:
    """Also one that is called TimeoutError itself."""
    budget = Budget(workers=1, queue=1, seconds=5)
    for kind in (KeyError, TimeoutError):

        def fail(kind: type[Exception] = kind) -> None:
            raise kind

        with pytest.raises(kind):
            budget.run(fail)
    budget.close()


def test_a_taken_port_is_passed_over() -> None:
    """The next of the list is taken; when all are, the sentence says so."""
    with socket.socket() as other, bind((0,)) as free:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken, spare = other.getsockname()[1], free.getsockname()[1]
        free.close()
        with bind((taken, spare)) as listener:
            assert listener.getsockname() == ("127.0.0.1", spare)
        with pytest.raises(PortTakenError, match=str(taken)):
            bind((taken,))


def test_a_port_cannot_be_bound_twice() -> None:
    """The bind is exclusive: a second agent, or another program, gets the next port or none."""
    with bind((0,)) as first, pytest.raises(PortTakenError):
        bind((first.getsockname()[1],))

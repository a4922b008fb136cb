"""What is taken away under a running agent: its folder, or the program itself. It says so, and leaves nothing behind."""

from __future__ import annotations

import shutil

import secondlook
from e2e.waiting import until
from trouble.running import copy_program, plain_environment


def test_a_deleted_home_is_told_and_not_made_again(start) -> None:
    """Whoever deletes everything kept about them finds nothing there a moment later; checks go on meanwhile."""
    running = start()
    shutil.rmtree(running.home)
    until(lambda: "folder was deleted" in running.link("agent").says, "the deleted folder")
    until(lambda: running.status().protection == "limited", "the limits", 60)
    assert running.link("agent").next == "Quit Second Look and start it again."
    assert running.paired.check("So proud of Emma Rodrigues today")["checked"]["roster"] == "missing", (
        "deleted is deleted"
    )
    assert running.ends() == 0
    assert not running.home.exists()


def test_an_uninstall_ends_it(start, tmp_path) -> None:
    """The program's files vanish: after a few looks it says so and ends by itself, port closed, link file gone."""
    program = copy_program(tmp_path / "program")
    running = start(environment=plain_environment(tmp_path, PYTHONPATH=str(program)))
    until(lambda: running.status().protection != "starting", "the end of the start", 60)
    shutil.rmtree(program)
    assert running.child.wait(60) == 0, running.stderr
    assert "it was removed from this computer" in running.stderr
    assert "Traceback" not in running.stderr
    assert not (running.home / "link.json").exists()


def test_an_upgrade_is_told_and_does_not_end_it(start, tmp_path) -> None:
    """Another version lies there: a warning with the next step. Files that are away for a moment only are no uninstall."""
    program = copy_program(tmp_path / "program")
    running = start(environment=plain_environment(tmp_path, PYTHONPATH=str(program)))
    version = program / "secondlook" / "__init__.py"
    held = version.read_text(encoding="utf-8")
    version.unlink()
    version.write_text(held.replace(f'"{secondlook.__version__}"', '"99.0.0"'), encoding="utf-8")
    until(lambda: running.link("agent").level == "warning", "the other version")
    assert running.link("agent").says.startswith("Another version was installed")
    version.write_text(held, encoding="utf-8")
    until(lambda: running.link("agent").level == "ok", "the version that runs")
    assert running.child.poll() is None

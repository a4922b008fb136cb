"""docs/admin/doctor.md, made from the very sentences that doctor, tray and home page show. Pure; for `tools/generate.py`."""

from __future__ import annotations

from typing import get_args

from secondlook.contract import LinkName
from secondlook.status.sentences import OVERALL, SAYS
from secondlook.status.steps import NEXT
from secondlook.status.words import TITLES

_HEAD = """# What doctor says

```console
secondlook doctor          # each link of the chain in one line, and the next step where one is needed
secondlook doctor --json   # the same for programs: what `GET /v1/status` answers (docs/api.md)
```

| exit status | meaning |
|---|---|
| 0 | every link is in order |
| 1 | a warning: less than it could be, such as no school calendar |
| 2 | a link is broken, or the command line itself was wrong |

Doctor asks the running agent, once that has proved itself; without one it looks at the disk itself. It changes nothing, makes nothing, and shows no name and no text.
Start with the first line that says *broken*. The lines with a file, a place and a reason beneath are always in English; the rest follows the desktop's language, or `--language en|es|pt`.

The tray's icon, the extension's badge and the home page speak from the same report:

| icon | state |
|---|---|
| filled | {protected} |
| half | {starting} {limited} |
| outline | {paused} |
| slashed | {not_protecting} |

![The opened menu: a line per link, pauses, snow day and half day, the page, quit](../images/tray-menu.png)

No icon? On Linux the menu needs `python3-gi` and `gir1.2-gtk-3.0`; GNOME shows tray icons only with its AppIndicator extension. Where there is no tray at all the agent says so once on stderr and runs on.

## Link by link

What each link may say, in the order of doctor's lines, and what to do. Words in braces are filled in.
"""


def page() -> str:
    """The page as text."""
    states = {name: said[0].replace("{titles}", "…").replace("{until}", "…") for name, said in OVERALL.items()}
    parts = [_HEAD.format(**states)]
    for name in get_args(LinkName):
        rows = [_row(key) for key in SAYS if key.startswith(f"{name}_")]
        table = "\n".join(["| it says | next step |", "|---|---|", *rows])
        parts.append(f"### {TITLES[name][0]} (`{name}`)\n\n{table}\n")
    return "\n".join(parts)


def _row(key: str) -> str:
    step = NEXT[key][0] if key in NEXT else ""
    if key == "names_missing":
        step = f"{step} {NEXT['names_chosen'][0]}"
    if step == "{command}":
        step = "`secondlook install-host --browser NAME`"
    elif step.startswith(("secondlook", "chmod", "make")):
        step = f"`{step}`"
    return f"| {SAYS[key][0]} | {step} |"

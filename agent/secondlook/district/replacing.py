"""Puts a finished folder in the place of an older one, so that a reader finds the old one or the new one whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from secondlook.district.manifest import BadDistrictError


@contextmanager
def replacing(out: Path, mode: int) -> Iterator[Path]:
    """A fresh folder beside `out` to fill; when that has gone well it takes the place of `out`.

    Raises:
        BadDistrictError: the disk does not let us.

    """
    old, fresh = out.with_name(f".{out.name}.old"), None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
        yield fresh
        fresh.chmod(mode)
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except OSError:
            old.rename(out)
            raise
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise BadDistrictError(f"{out}: cannot be written: {error.strerror}.") from error
    finally:
        if fresh is not None:
            shutil.rmtree(fresh, ignore_errors=True)

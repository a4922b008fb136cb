"""Writes the model card beside the pipeline: data, licences, attributions, figures, limits. Called by `train.py`."""

from __future__ import annotations

from pathlib import Path

from score import Score

CARD = Path(__file__).with_name("card.md")

TITLES = {"btc": "Broad Twitter Corpus", "wnut17": "WNUT 2017", "tweebank_ner": "Tweebank-NER"}


def write_card(folder: Path, figures: dict[str, Score], seconds: dict[str, int], posts: int) -> None:
    """Writes `MODEL_CARD.md` into the pipeline's folder."""
    rows = "\n".join(
        f"| {TITLES[name]} | {it.gold} | {it.precision:.3f} | {it.recall:.3f} | {it.f1:.3f} | {it.overlap:.3f} |"
        for name, it in figures.items()
    )
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    text = CARD.read_text(encoding="utf-8").format(
        rows=rows, size=size, cpu=seconds["cpu"], step=seconds["step"], posts=f"{posts:,}"
    )
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")

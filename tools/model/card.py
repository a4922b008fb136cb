"""Writes the model card beside the pipeline: data, licences, attributions, figures, limits. Called by `train.py`."""

from __future__ import annotations

from pathlib import Path

from score import Bin, Score

CARD = Path(__file__).with_name("card.md")

TITLES = {"btc": "Broad Twitter Corpus", "wnut17": "WNUT 2017", "tweebank_ner": "Tweebank-NER"}


def write_card(folder: Path, figures: dict[str, Score], sureness: list[Bin], facts: dict[str, int]) -> None:
    """Writes `MODEL_CARD.md` into the pipeline's folder."""
    rows = "\n".join(
        f"| {TITLES[name]} | {it.gold} | {it.precision:.3f} | {it.recall:.3f} | {it.f1:.3f} | {it.overlap:.3f} |"
        for name, it in figures.items()
    )
    sure = "\n".join(f"| {it.low:.1f} to {it.high:.1f} | {it.names} | {it.right:.2f} |" for it in sureness if it.names)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    text = CARD.read_text(encoding="utf-8").format(
        rows=rows, sure=sure, size=size, cpu=facts["cpu"], step=facts["step"], posts=f"{facts['posts']:,}"
    )
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")

"""Writes docs/performance.md from the figures of one run. Called by `bench.py`."""

from __future__ import annotations

from typing import Any

ROWS = (
    ("posts", "posts as written"),
    ("300", "posts joined to about 300 characters"),
    ("typing", "posts grown a word at a time"),
)
RATIOS = {"posts": "whole_ratio", "300": "whole_ratio_300", "typing": "typing_ratio"}


def page(figures: dict[str, Any]) -> str:
    """The page as Markdown."""
    sides, cold, grown = figures["sides"], figures["cold_start"], figures["growth"]
    table = []
    for key, label in ROWS:
        ours, check, stock = (sides[f"{key} {side}"] for side in ("detection", "check", "stock"))
        table.append(
            f"| {label} | {ours['texts']} | {ours['cpu_ms']:.2f} | {stock['cpu_ms']:.2f} | **{figures[RATIOS[key]]:.2f}x** "
            f"| {check['cpu_ms']:.2f} | {check['p50_ms']:.2f} / {check['p99_ms']:.2f} | {stock['p50_ms']:.2f} / {stock['p99_ms']:.2f} |"
        )
    half, full = figures["linear"]["posts"][-4], figures["linear"]["posts"][-1]
    memory = f"{figures['rss_mb']:.0f} MB" if figures["rss_mb"] is not None else "not told by this system"
    return "\n".join(
        [
            "# Performance", "",
            "Made by `make bench` in one run: the same posts (tune half of `tests/corpus`), the same spaCy pipeline, both sides in turn, twenty posts at a time.",
            "Like against like: our detection (roster, names, records, content) against stock Presidio, `AnalyzerEngine` with its default English recognizers.",
            "The whole check, from the Attempt to the Decision with its sentences, stands beside. Means and ratios are of processor time; p50 and p99 are of the",
            "clock on the wall, other programs included.",
            f"Machine: {figures['machine']}. Trust the ratios, not the milliseconds.", "",
            "| texts | number | our detection, ms | stock, ms | faster by | whole check, ms | its p50 / p99 | stock p50 / p99 |", "|---|---|---|---|---|---|---|---|", *table, "",
            f"Posts have {figures['characters']['posts']:.0f} characters on average, joined ones {figures['characters']['300']:.0f}. Whole posts meet an empty memory each time.",
            "While typing, what a text held up to its last word is remembered (offsets, scores, row numbers and vectors under a keyed hash, no words but those of a public list).", "",
            "| | measured | floor | aim |", "|---|---|---|---|",
            f"| whole posts as written, detection against stock | {figures['whole_ratio']:.2f}x | 1.5x | 2.5x |",
            f"| the same, the whole check against stock's analysis alone | {figures['whole_check_ratio']:.2f}x | | |",
            f"| typing, detection against stock | {figures['typing_ratio']:.2f}x | 3x | 8x |",
            f"| the same, the whole check against stock's analysis alone | {figures['typing_check_ratio']:.2f}x | | |",
            f"| 100,000 students against 1,000 | {figures['roster_growth']:.2f}x ({grown['small_ms']:.2f} → {grown['large_ms']:.2f} ms; index {grown['large_index_mb']:.1f} MB, read and built in {grown['large_build_s']:.0f} s) | 1.5x | |",
            f"| a tag against a ledger of 5,000 consents, p50 / p99 | {figures['consent_us']['p50']:.0f} / {figures['consent_us']['p99']:.0f} µs | 1 ms | |",
            f"| start of the process to the first roster answer over HTTP | {figures['first_answer_s']:.2f} s, which said `names: \"{cold['first_names']}\"` | 0.5 s | |",
            f"| start of the process to an answer with the name model | {cold['ready_s']:.2f} s | | |",
            f"| resident memory with everything loaded, after 100 checks | {memory} | 170 MB | |", "",
            "## Linear in the length", "",
            f"A text of {full[0]:,} characters takes {full[1] / half[1]:.1f} times as long as one of {half[0]:,} ({full[0] / half[0]:.1f} times the length).", "",
            "![Milliseconds over characters, a straight line for each kind of text](images/linear.svg)", "",
            "## How", "",
            "- The NER, by far the dearest part, reads only sentences in which it can matter: a word that could be a name off the roster and is on no list of first names, and school or a record near it",
            "  (`detection/could_name.py`). What it said of a sentence is remembered (`detection/person_reader.py`).",
            "- Our own model is run in a few array operations with spaCy's own weights and steps (`detection/lean_ner.py`), terms of a sentence are remembered too.",
            "- While a sentence grows, only its new word is looked up: terms (`detection/sentence_terms.py`), the judge's rows (`detection/word_sums.py`), rosters (`people/named_so_far.py`).",
            "- A package carries the index of its terms ready made (`detection/term_lists.py`); recognizers without a word of their lists or a sign of theirs are not asked.",
            "- Long posts and typing gain less than short posts do, because names, records and content are looked for as well; what does not reach its floor is said above.",
            "- Rosters are asked by keyed hash, so the number of students hardly shows; what the index said of a word is remembered (`people/words.py`).",
            "- Presidio is asked when recognizers found several things, or one that a context word could raise; its context enhancer runs only when a result has such words (`detection/presidio_rim.py`).",
            "- spaCy and Presidio load behind the open port; answers before that come from rosters and patterns and say so.",
            "- Before the first answer the rules are read and tried on their examples, but not the term lists that the package's index was made of (`policy/folder.py`);",
            "  patterns behind a quick look are compiled when one is first asked (`detection/late_pattern.py`), and Pydantic looks for no plugins.", "",
        ]
    )  # fmt: skip

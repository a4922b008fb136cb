"""Builds the name pipeline that ships: `python tools/model/train.py DATA [OUT [SEED]]` (make model DATA=DIR).

Six to seven CPU minutes.

Recipe: name lexicon -> tok2vec (width 64, depth 2) -> ner, trained on three tweet corpora, on the invented posts that mark
every name (`school_posts.py`), on copies of both in other case and with other names, and on 12,000 filled templates (ADR
0027). Seeds are fixed. Writes the pipeline without its vocabulary, so that no text of a real tweet is shipped.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import spacy
from card import write_card
from corpora import Post, case_copies, read_tweets
from lexicon import Lexicon, build, words_of
from made_up import MadeUp
from pools import name_pool
from renamed import Namer, renamed_copies
from school_posts import school_posts
from score import Score, reliability, score
from sources import HERE, verified
from spacy.training import Example
from spacy.util import fix_random_seed
from synthetic import synthetic_posts
from thinc.api import compounding

SEED = 23
STEPS = 7_500
EVAL_EVERY = 500
SYNTHETIC = 12_000
REAL_COPIES = 2
"""How often each real tweet is met for each invented post; more would drown school life, fewer drown the tweets."""
OUT = HERE.parents[1] / "agent" / "secondlook" / "detection" / "model"
TAGS = {"btc": 1, "wnut17": 1, "tweebank_ner": 3}


@dataclass(frozen=True)
class Data:
    """What is learnt from, and the three development sets by name."""

    train: list[Post]
    dev: dict[str, list[Post]]
    lexicon: Lexicon


def gather(folder: Path, seed: int) -> Data:
    """Reads, checks and mixes all training data."""
    sources = verified(folder)
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    real: list[Post] = []
    dev = {}
    for corpus, column in TAGS.items():
        ending = "bio" if corpus == "tweebank_ner" else "conll"
        real += read_tweets(sources[f"{corpus}/train.{ending}"], column)
        dev[corpus] = read_tweets(sources[f"{corpus}/dev.{ending}"], column)
    pool, school = name_pool(sources, words_of("word_names.txt")), school_posts()
    lexicon = build(sources, [*real, *school])
    invented = synthetic_posts(SYNTHETIC, pool, rng)
    tweets = real * REAL_COPIES + case_copies(real, rng) + renamed_copies(real, Namer(pool), rng)
    unknown = Namer(pool, MadeUp(pool, lexicon.first | lexicon.last | lexicon.common))
    ours = school + case_copies(school, rng) + renamed_copies(school, unknown, rng, share=1.0)
    return Data(tweets + invented + ours, dev, lexicon)


def new_pipeline(lexicon: Lexicon) -> Any:
    """An untrained pipeline of the recipe's shape."""
    nlp = from_config()
    nlp.get_pipe("second_look_name_lexicon").set_words(lexicon.first, lexicon.last, lexicon.common)
    return nlp


def from_config() -> Any:
    """The pipeline that `config.cfg` describes."""
    return spacy.util.load_model_from_config(spacy.util.load_config(HERE / "config.cfg"), auto_fill=True)


def examples(nlp: Any, posts: list[Post]) -> list[Example]:
    """SpaCy examples; a span that does not end with a token is widened to it, as typing errors glue words."""
    made = []
    for post in posts:
        doc = nlp.make_doc(post.text)
        nlp.get_pipe("second_look_name_lexicon")(doc)
        gold = nlp.make_doc(post.text)
        spans = [gold.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in post.spans]
        gold.ents = spacy.util.filter_spans([span for span in spans if span is not None])
        made.append(Example(doc, gold))
    return made


def train(nlp: Any, data: Data, seed: int) -> tuple[bytes, int]:
    """Trains and returns the best state (by the mean F1 of the development sets) and its step."""
    learnt = examples(nlp, data.train)
    optimizer = nlp.initialize(lambda: learnt)
    sizes = compounding(400, 1_000, 1.001)
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    best, kept, best_step, step = -1.0, b"", 0, 0
    while step < STEPS:
        rng.shuffle(learnt)
        for batch in by_words(learnt, sizes):
            nlp.update(batch, drop=0.35, sgd=optimizer)
            step += 1
            if step % EVAL_EVERY == 0:
                with nlp.use_params(optimizer.averages):
                    now = sum(score(nlp, posts).f1 for posts in data.dev.values()) / len(data.dev)
                    print(f"step {step}: mean development F1 {now:.3f}", flush=True)
                    if now > best:
                        best, kept, best_step = now, nlp.to_bytes(exclude=["vocab"]), step
            if step >= STEPS:
                break
    return kept, best_step


def by_words(learnt: list[Example], sizes: Any) -> Any:
    """Batches of about so many words."""
    batch: list[Example] = []
    words, size = 0, next(sizes)
    for example in learnt:
        batch.append(example)
        words += len(example.predicted)
        if words >= size:
            yield batch
            batch, words, size = [], 0, next(sizes)


def main() -> None:
    """Trains, measures, writes the pipeline and its card."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else OUT
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else SEED
    fix_random_seed(seed)
    started = time.monotonic()
    data = gather(folder, seed)
    print(f"{len(data.train)} training posts, lexicon {len(data.lexicon.first)} first / {len(data.lexicon.last)} last")
    state, step = train(new_pipeline(data.lexicon), data, seed)
    nlp = from_config()
    nlp.from_bytes(state, exclude=["vocab"])
    nlp.meta.update(name="second_look_names", version="1", description="Names in staff posts", license="Apache-2.0")
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    shipped = spacy.load(out)
    figures: dict[str, Score] = {name: score(shipped, posts) for name, posts in data.dev.items()}
    cpu = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    seconds = {"wall": round(time.monotonic() - started), "cpu": round(cpu), "step": step}
    sureness = reliability(shipped, [post for posts in data.dev.values() for post in posts])
    write_card(out, figures, sureness, seconds | {"posts": len(data.train)})
    print(json.dumps({name: asdict(value) for name, value in figures.items()} | seconds, indent=1))


if __name__ == "__main__":
    main()

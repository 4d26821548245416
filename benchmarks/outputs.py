"""Every hostile text in every place of a plan, and generated ones, in every output.

    python benchmarks/outputs.py [--save] [ROUNDS] [SEED]

Each round fills the fictional plan of tests/cases/hostile with other texts: first each text of
tests/hostile_texts.py at each place once, then, for ROUNDS more (100), texts put together at
random from their pieces and from characters that mean something to somebody. Each report in
each format and each list of findings is read by a real parser and held against a harmless one
(tests/hostile_checks.py). Needs the extra ``test``.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import get_args

from measured import Measurement, show

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from antigraft.formats import FormatName, Lang
from hostile_checks import FORMS, commands_nothing, compared, expected, rendered
from hostile_texts import REORDERED, SAYINGS, UNPRINTABLE, plan_saying, said

_PLAIN = "กขค ๆฯ ๑๒ 12 ab zq ,;:.?!'\"()/\\|-+=*_~`#@$%^&<>[]{}\n\t"
_ODD = "\u00a0\u00ad\u200b\u200e\u202e\u2066\u2069\u3000\ufffd\U0001f600\u0e4d\u0301＝＠"
LANGUAGES: tuple[Lang, ...] = ("th", "en")


def generated(random: Random, *, printable: bool) -> str:
    """Put a text together from pieces of the known ones and from single characters."""
    known = [text for text in SAYINGS if not printable or text not in (*UNPRINTABLE, *REORDERED)]
    letters = _PLAIN if printable else _PLAIN + _ODD
    parts = []
    for _ in range(random.randint(1, 5)):
        text = random.choice(known)
        cut = random.randint(0, len(text))
        single = "".join(random.choices(letters, k=random.randint(1, 6)))
        parts.append(random.choice((text, text[:cut], text[cut:], single)))
    return "".join(parts).strip("\ufeff") or "x"


def rounds(texts: list[str], more: int, random: Random, form: str) -> Iterator[list[str]]:
    """Give the texts of each round: the known ones, turned on by one, then generated ones."""
    for turn in range(len(texts)):
        yield texts[turn:] + texts[:turn]
    for _ in range(more):
        yield [generated(random, printable=form == "pdf") for _ in range(120)]


class Tally:
    """Counts what was tried, and tells of what came out otherwise than as text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tried: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()

    def held(self, name: str, check: Callable[[], None], said_there: str) -> None:
        """Carry out one check."""
        self.tried[name] += 1
        try:
            check()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            self.wrong[name] += 1
            print(f"{name}: {type(error).__name__} {str(error)[:300]}\n  {said_there}", flush=True)


def reports(tally: Tally, form: str, more: int, seed: int) -> int:
    """Try one format; return how many texts were said."""
    known = [text for text in SAYINGS if form != "pdf" or text not in (*UNPRINTABLE, *REORDERED)]
    texts = 0
    for count, these in enumerate(rounds(known, more, Random(f"{seed} {form}"), form)):
        lang = LANGUAGES[count % 2]
        files, places = plan_saying(said(these, 0, last=count // 2 % 2 == 0))
        texts += len(places)
        name = f"reports, {form}"

        def check(files: dict[str, bytes] = files, places: dict[str, str] = places) -> None:
            made = rendered(files, form, lang)  # noqa: B023 - called at once
            for paper, content in made.items():
                compared(form, expected(form, lang)[paper], content, places, paper)  # noqa: B023

        tally.held(name, check, f"{lang}, round {count}")
    return texts


def findings(tally: Tally, more: int, seed: int) -> int:
    """Try the lists of findings; return how many texts were said."""
    texts = 0
    for output in get_args(FormatName):
        for count, these in enumerate(rounds(list(SAYINGS), more, Random(seed), output)):
            say = said(these, 0, last=count % 2 == 0)
            texts += 80
            for lang in LANGUAGES:
                tally.held(
                    f"findings, {output}",
                    lambda: commands_nothing(output, say, lang),  # noqa: B023 - called at once
                    f"{lang}, round {count}",
                )
    return texts


def main() -> None:
    """Print the table."""
    given = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    more, seed = (*given, 100, 7)[:2] if len(given) != 1 else (given[0], 7)
    tally, begun, rows = Tally(), time.monotonic(), []
    for form in FORMS:
        texts = reports(tally, form, more, seed)
        name = f"reports, {form}"
        rows.append((name, f"{tally.tried[name]:,}", f"{texts:,}", str(tally.wrong[name])))
    texts = findings(tally, more, seed)
    outputs = [name for name in tally.tried if name.startswith("findings")]
    tried = sum(tally.tried[name] for name in outputs)
    wrong = sum(tally.wrong[name] for name in outputs)
    rows.append((f"findings, {len(outputs)} formats", f"{tried:,}", f"{texts:,}", str(wrong)))
    show(
        Measurement(
            name="outputs",
            page="reliability",
            title="Hostile texts that came out as anything but text",
            command="python benchmarks/outputs.py --save",
            columns=("output", "times made and read", "texts said", "not as text"),
            rows=tuple(rows),
            notes=(
                f"{len(SAYINGS)} texts at every place of the plan, then {more} random rounds.",
                f"The seed is {seed}; reports are in Thai and English by turns.",
            ),
        )
    )
    print(f"\ntook {(time.monotonic() - begun) / 60:.0f} min")
    if sum(tally.wrong.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()

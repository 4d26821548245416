"""27 and 2,700 items: validate, totals and HTML beside the tools that do one of the three.

    python benchmarks/peers.py [--save] [--small]

27 items are one plan, 2,700 are a hundred plans. The Python peers are installed into a virtual
environment for the run, hledger by apt where this runs as root on Debian. All get the same
items: yamllint and check-jsonschema the plans' own files, Doorstop a document with the same
words, hledger and beancount a journal with the same amounts. ``--small`` measures 27 items only.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from measured import Measurement, judged, show
from nation.making import plan_files
from nation.places import offices
from nation.profile import Profile, profile
from nation.writing import write_nation
from peers_data import beancount_journal, hledger_journal, write_doorstop
from peers_tools import hledger, installed, versions
from rendering import installed as antigraft_installed
from running import ANTIGRAFT, Cost, cost

SCHEMA = Path(__file__).parent.parent / "schema" / "item.schema.json"
LINT = "{extends: relaxed, rules: {line-length: disable}}"
QUERY = "SELECT root(account, 2) AS dimension, year, sum(number) GROUP BY dimension, year"
RUNS = {1: 7, 100: 3}
Rows = list[tuple[str, ...]]


class Place(NamedTuple):
    """The same items for every tool: plans, journals, a Doorstop repository, an empty cache.

    ``site`` holds antigraft as its wheel installs it.
    """

    plans: Path
    size: int
    hledger: Path
    beancount: Path
    doorstop: Path
    cache: str
    out: Path
    site: str

    @property
    def items(self) -> str:
        """How many items there are."""
        return f"{27 * self.size:,}"

    def own(self, *arguments: str | Path, cache: str = "off") -> Cost:
        """Run antigraft."""
        return cost([*ANTIGRAFT, *arguments], {"ANTIGRAFT_CACHE": cache, "PYTHONPATH": self.site})

    @property
    def target(self) -> Path:
        """The plan folder where there is one plan, and the folder of plans where are many."""
        return next(self.plans.rglob("plan")) if self.size == 1 else self.plans


def prepared(folder: Path, size: int, site: str) -> Place:
    """Write ``size`` plans and what the peers read."""
    place = Place(
        folder / "plans",
        size,
        folder / "items.journal",
        folder / "items.beancount",
        folder / "doorstop",
        str(folder / "cache"),
        folder / "out",
        site,
    )
    place.plans.mkdir(parents=True)
    write_nation(place.plans, size, seed=1, items=27, share=0)
    plans = [profile(office, 1, 27) for office in offices(size)]
    place.hledger.write_text(hledger_journal(plans), encoding="utf-8", newline="\n")
    place.beancount.write_text(beancount_journal(plans), encoding="utf-8", newline="\n")
    write_doorstop(place.doorstop, list(_words(plans)))
    git = shutil.which("git")
    if git:
        subprocess.run([git, "init", "-q", str(place.doorstop)], check=True)
    return place


def _words(plans: list[Profile]) -> Iterator[tuple[str, str]]:
    """Give each item's title and the words of its sheet."""
    for plan in plans:
        files = plan_files(plan)
        for item in plan.items:
            lines = files[f"items/{item.id}.yaml"].splitlines()
            yield item.title, "\n".join(line[6:] for line in lines if line.startswith("    - "))


def side_by_side(runs: int, *ways: Callable[[], Cost]) -> list[Cost]:
    """Run the ways in turn, and take the median of each."""
    rounds = [[way() for way in ways] for _ in range(runs)]
    return [
        Cost(*(sorted(figure)[len(figure) // 2] for figure in zip(*column, strict=True)))
        for column in zip(*rounds, strict=True)
    ]


def row(task: str, place: Place, peer: str, costs: list[Cost], *targets: float) -> tuple[str, ...]:
    """Compare the CPU of antigraft and a peer."""
    own, other = costs
    cells = (place.items, _seconds(own), peer, _seconds(other))
    ratio = own.cpu / other.cpu
    if targets:
        must, aim = targets
        return judged(task, ratio, must, aim, *cells)
    return (task, *cells, f"{ratio:.2f}", "–", "–", "–")


def _seconds(spent: Cost) -> str:
    return f"{spent.cpu:.2f} / {spent.wall:.2f} s"


def validating(place: Place, programs: dict[str, Path]) -> Rows:
    """Validate the items, first time, beside three Python peers."""
    items = sorted(place.plans.rglob("items/*.yaml"))
    peers: dict[str, Callable[[], Cost]] = {
        "yamllint": lambda: cost([programs["yamllint"], "-d", LINT, place.plans]),
        "check-jsonschema": lambda: cost(
            [programs["check-jsonschema"], "--schemafile", SCHEMA, *items]
        ),
        "Doorstop": lambda: cost([programs["doorstop"], "-F"], cwd=place.doorstop),
    }
    rows: Rows = []
    for name, peer in peers.items():
        costs = side_by_side(RUNS[place.size], lambda: place.own("validate", place.target), peer)
        rows.append(row("validate, first time", place, name, costs, 1, 1))
    return rows


def totalling(place: Place, programs: dict[str, Path], ledger: Path | None) -> Rows:
    """Total the items by dimension and year, warm, beside two ledgers."""

    def own() -> Cost:
        return place.own("budget", place.target, cache=place.cache)

    def beancount() -> Cost:
        return cost([programs["bean-query"], place.beancount, QUERY])

    own()  # what it finds is remembered, so that the next runs are warm
    runs = RUNS[place.size]
    rows: Rows = []
    if ledger:
        command: list[str | Path] = [
            ledger,
            "-f",
            place.hledger,
            "balance",
            "plan",
            "--depth",
            "2",
            "-Y",
        ]
        both = side_by_side(runs, own, lambda: cost(command))
        rows.append(row("totals, warm", place, "hledger", both, 2, 1))
    rows.append(row("totals, warm", place, "beancount", side_by_side(runs, own, beancount), 2, 1))
    return rows


def publishing(place: Place, programs: dict[str, Path]) -> Rows:
    """Write the items as HTML beside Doorstop; a hundred plans are a hundred runs."""
    plans = sorted(place.plans.rglob("plan"))

    def own() -> Cost:
        where = ("--format", "html", "--output", place.out)
        costs = [place.own("render", "plan", "--plan", plan, *where) for plan in plans]
        return Cost(*(sum(column) for column in zip(*costs, strict=True)))

    def doorstop() -> Cost:
        return cost(
            [programs["doorstop"], "publish", "all", place.out, "--html"], cwd=place.doorstop
        )

    runs = RUNS[place.size] if place.size == 1 else 1
    return [row("HTML", place, "Doorstop", side_by_side(runs, own, doorstop))]


def main() -> None:
    """Install, measure, print and save."""
    rows: Rows = []
    small = "--small" in sys.argv
    ledger = hledger()
    with tempfile.TemporaryDirectory() as place:
        programs = installed(Path(place) / "peers")
        named = versions(programs["yamllint"].parent, ledger)
        site = str(antigraft_installed(Path(place)))
        for size in (1,) if small else (1, 100):
            here = prepared(Path(place) / str(size), size, site)
            rows += validating(here, programs)
            rows += totalling(here, programs, ledger)
            rows += publishing(here, programs)
    show(
        Measurement(
            name="peers",
            page="performance",
            title=f"{'27' if small else '27 and 2,700'} items beside other tools",
            command=f"python benchmarks/peers.py{' --small' if small else ''} --save",
            columns=COLUMNS,
            rows=tuple(rows),
            notes=(f"{named}. {NOTES}",),
        )
    )


COLUMNS = (
    "task",
    "items",
    "antigraft CPU / wall",
    "peer",
    "its CPU / wall",
    "ratio of CPU",
    "must",
    "aim",
    "verdict",
)
NOTES = (
    "27 items are one plan, 2,700 a hundred; medians of runs taken in turn. antigraft also reads"
    " charter, risks, orders and results, and runs all its rules; yamllint looks at the spelling of"
    " YAML, check-jsonschema at the shape of the items, Doorstop at links. Totals are by dimension"
    " and year; antigraft's are warm (nothing has changed since an earlier run), and beancount"
    " keeps what it parsed too; lines shared by several items are in no journal. HTML of 2,700"
    " items is a hundred runs of antigraft, one for each office's plan, and one of Doorstop."
)


if __name__ == "__main__":
    main()

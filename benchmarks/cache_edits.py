"""Thousands of random edits: is the answer with the cache always the answer without it?

    python benchmarks/cache_edits.py [--edits 5000] [--seed 1] [--save]

Twenty plans (copies of plan/, examples/office with its evidence, and examples/small) are edited
at random; the cache is damaged at random too. After every edit ``validate`` or ``budget`` of the
plan, and after every tenth the roll-up of all, is called without the cache and twice with it.
Every hundredth time this is done with the command line, in processes of its own.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from antigraft.cache.answers import memory_of
from measured import Measurement, show
from running import ANTIGRAFT

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from calling import Told, called

ROOT = Path(__file__).parent.parent
PLANS = 20
CALLS = (("validate", "--format", "json"), ("validate",), ("budget", "--format", "json"))
TEXTS = (
    "2566",
    "5,000",
    "none",
    "ไม่ระบุ",
    "\t",
    "ํา",
    "&a",
    "- ",
    "\ufeff",
    "\0",
    "'",
    "id: 9.9-99\n",
)
NAMES = ("items/9.9-01.yaml", "items/x.yml", "risks/ก.yaml", "y.yaml", "a/b/c.yaml", ".hidden.yaml")


class Country:
    """Plans in a folder, each with a whole copy of itself kept elsewhere."""

    def __init__(self, top: Path, random: Random) -> None:
        """Copy the plans."""
        self.random = random
        self.top = top / "country"
        self.cache = top / "cache"
        self.whole = top / "whole"
        shutil.copytree(ROOT / "plan", self.whole / "real/plan")
        shutil.copytree(ROOT / "examples/office", self.whole / "office")
        shutil.copytree(ROOT / "examples/small", self.whole / "small")
        self.number = 0
        for _ in range(PLANS):
            self.new()

    def new(self) -> Path:
        """Add a plan, mostly a small one."""
        self.number += 1
        (kind,) = self.random.choices(("real", "office", "small"), (1, 6, 13))
        home = self.top / f"จังหวัด {self.number % 3}/{self.number:05}-{kind}"
        shutil.copytree(self.whole / kind, home, symlinks=True)
        return home

    def homes(self) -> list[Path]:
        """Return the folders that hold a plan each, or what is left of one."""
        return sorted(self.top.glob("*/*"))

    def files(self, home: Path) -> list[Path]:
        """Return the files of a plan, and its evidence."""
        found = (Path(at, name) for at, _, names in os.walk(home) for name in names)
        return sorted(path for path in found if path.is_file() and not path.is_symlink())


def edit_bytes(country: Country, home: Path) -> None:
    """Change, insert or delete some bytes."""
    _rewrite(country, home, _other_bytes)


def edit_text(country: Country, home: Path) -> None:
    """Put in a text that means something."""
    _rewrite(country, home, _other_text)


def edit_lines(country: Country, home: Path) -> None:
    """Delete, double or swap lines."""
    _rewrite(country, home, _other_lines)


def edit_digit(country: Country, home: Path) -> None:
    """Change a digit, and nothing that the file system tells: same size, same time."""
    _rewrite(country, home, _other_digit, same_time=True)


def _rewrite(
    country: Country,
    home: Path,
    change: Callable[[Random, bytes], bytes],
    *,
    same_time: bool = False,
) -> None:
    file = country.random.choice(country.files(home))
    times = file.stat()
    file.write_bytes(change(country.random, file.read_bytes()))
    if same_time:
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _other_bytes(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.randrange(3)) + data[at + random.randrange(3) :]


def _other_text(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TEXTS).encode() + data[at:]


def _other_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        at = random.randrange(len(lines))
        lines[at : at + 1] = random.choice(([], [lines[at]] * 2, [lines[-1], lines[at]]))
    return b"".join(lines)


def _other_digit(random: Random, data: bytes) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = random.choice(digits)
    return data[:at] + str(random.randrange(10)).encode() + data[at + 1 :]


def add(country: Country, home: Path) -> None:
    """Add a file that belongs, or does not."""
    file = home / "plan" / country.random.choice(NAMES)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(country.random.choice(country.files(home)).read_bytes())


def remove(country: Country, home: Path) -> None:
    """Remove a file, of the plan or of its evidence."""
    country.random.choice(country.files(home)).unlink()


def rename(country: Country, home: Path) -> None:
    """Rename a file, or put it into another's place."""
    one, other = (country.random.choice(country.files(home)) for _ in range(2))
    one.rename(country.random.choice((other, one.with_name("9.9-02.yaml"))))


def touch(country: Country, home: Path) -> None:
    """Give a file another time, in the past or in the future."""
    file = country.random.choice(country.files(home))
    then = country.random.choice((1, time.time_ns(), time.time_ns() + 10**12))
    os.utime(file, ns=(then, then))


def link(country: Country, home: Path) -> None:
    """Put a link in the place of a file or of a folder."""
    place = country.random.choice((*country.files(home), home / "plan/items", home / "plan/new"))
    aside = country.top.parent / "aside" / str(time.time_ns())
    aside.parent.mkdir(exist_ok=True)
    if place.exists() and not place.is_symlink():
        place.rename(aside)
    if not place.is_symlink():
        place.symlink_to(aside)


def copy(country: Country, home: Path) -> None:
    """Copy a plan, with its times or without; with many plans one goes instead."""
    if len(country.homes()) > PLANS + 5:
        shutil.rmtree(home)
        return
    country.number += 1
    how = country.random.choice((shutil.copy, shutil.copy2))
    target = home.with_name(f"{country.number:05}-{home.name[6:]}")
    shutil.copytree(home, target, symlinks=True, copy_function=how)


def move(country: Country, home: Path) -> None:
    """Move a plan."""
    country.number += 1
    home.rename(home.with_name(f"{country.number:05}-{home.name[6:]}"))


def revert(country: Country, home: Path) -> None:
    """Make a plan whole again."""
    shutil.rmtree(home)
    shutil.copytree(country.whole / home.name[6:], home)


def nothing(country: Country, home: Path) -> None:
    """Ask again."""
    del country, home


def damage(country: Country, home: Path) -> None:
    """Damage the cache: bytes, length, names, or all of it."""
    del home
    random = country.random
    files = sorted(path for path in country.cache.rglob("*") if path.is_file())
    if not files:
        return
    file, other = random.choice(files), random.choice(files)
    data = bytearray(file.read_bytes())
    match random.randrange(6):
        case 0:
            file.write_bytes(data[: random.randrange(len(data) + 1)])
        case 1 | 2 | 3:
            for _ in range(random.randrange(1, 9)):
                if data:
                    data[random.randrange(len(data))] = random.randrange(256)
            file.write_bytes(data)
        case 4:
            file.write_bytes(other.read_bytes())  # it may be the same file
        case _:
            shutil.rmtree(country.cache) if random.randrange(8) == 0 else file.unlink()


EDITS: dict[Callable[[Country, Path], None], tuple[str, int]] = {
    edit_bytes: ("bytes changed, inserted or deleted", 14),
    edit_text: ("text inserted", 10),
    edit_lines: ("lines deleted, doubled or swapped", 12),
    edit_digit: ("a digit, with the same size and time", 12),
    add: ("a file added", 6),
    remove: ("a file removed", 6),
    rename: ("a file renamed or replaced", 6),
    touch: ("a time forged", 6),
    link: ("a link for a file or a folder", 2),
    copy: ("a plan copied or deleted", 4),
    move: ("a plan moved", 4),
    revert: ("a plan made whole again", 24),
    nothing: ("nothing", 4),
    damage: ("the cache damaged", 10),
}


class Trial:
    """The comparisons made so far."""

    def __init__(self, country: Country) -> None:
        """Begin with none."""
        self.country = country
        self.compared: Counter[str] = Counter()
        self.known = 0
        self.differing: list[str] = []

    def compare(self, *arguments: str, by_shell: bool) -> None:
        """Make a call without the cache, and twice with it."""
        call = self._by_shell if by_shell else self._here
        plain = call(arguments, "off")
        again = [call(arguments, str(self.country.cache)) for _ in range(2)]
        self.compared[f"{arguments[0]}{' (processes)' if by_shell else ''}"] += 2
        if again != [plain] * 2:
            self.differing.append(" ".join(arguments))
        self.known += self._is_known(arguments)

    def _here(self, arguments: tuple[str, ...], cache: str) -> Told:
        return called(*arguments, cwd=self.country.top, cache=cache)

    def _by_shell(self, arguments: tuple[str, ...], cache: str) -> Told:
        done = subprocess.run(
            [*ANTIGRAFT, *arguments],
            cwd=self.country.top,
            env=os.environ | {"ANTIGRAFT_CACHE": cache},
            capture_output=True,
            check=False,
        )
        return Told(done.stdout.decode(), done.stderr.decode(), done.returncode)

    def _is_known(self, arguments: tuple[str, ...]) -> bool:
        before = Path.cwd()
        os.chdir(self.country.top)
        os.environ["ANTIGRAFT_CACHE"] = str(self.country.cache)
        memory = memory_of(list(arguments))
        known = memory is not None and memory.recall() is not None
        os.chdir(before)
        return known


def run(edits: int, seed: int, top: Path) -> tuple[Trial, Counter[str]]:
    """Edit and compare; tell on the way."""
    random = Random(seed)
    country = Country(top, random)
    trial, done = Trial(country), Counter[str]()
    for number in range(1, edits + 1):
        home = random.choice(country.homes())
        (edit,) = random.choices(list(EDITS), [weight for _, weight in EDITS.values()])
        if not country.files(home):
            edit = revert
        edit(country, home)
        done[EDITS[edit][0]] += 1
        by_shell = number % 100 == 0
        trial.compare(*random.choice(CALLS), str(home), by_shell=by_shell)
        if number % 10 == 0:
            trial.compare("rollup", ".", "--format", "json", by_shell=by_shell)
        if trial.differing:
            sys.exit(f"edit {number}, {edit.__name__} of {home}: {trial.differing}")
        if number % 250 == 0:
            print(f"{number:,} edits, {trial.known:,} known", file=sys.stderr, flush=True)
    return trial, done


def main() -> None:
    """Run, print and save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as top:
        trial, done = run(asked.edits, asked.seed, Path(top))
    minutes = (time.perf_counter() - begun) / 60
    show(measurement(trial, done, asked.seed, minutes))


def measurement(trial: Trial, done: Counter[str], seed: int, minutes: float) -> Measurement:
    """Say what was edited and compared."""
    calls = sorted(trial.compared.items())
    return Measurement(
        name="cache",
        page="reliability",
        title="Random edits: the answer with the cache is the answer without it",
        command=f"python benchmarks/cache_edits.py --edits {done.total()} --seed {seed} --save",
        columns=("what", "number", "differs"),
        rows=(
            ("edits", f"{done.total():,}", "–"),
            *((f"edit: {name}", f"{done[name]:,}", "–") for name, _ in EDITS.values()),
            ("answers compared", f"{sum(trial.compared.values()):,}", str(len(trial.differing))),
            *((f"compared: {name}", f"{count:,}", "0") for name, count in calls),
            ("single plans answered from memory the second time", f"{trial.known:,}", "0"),
        ),
        notes=(COMPARED, f"{PLANS} plans at a time, seed {seed}; {minutes:.0f} minutes."),
    )


COMPARED = (
    "Compared are the bytes of stdout and stderr and the exit code. The run stops at the first"
    " difference. An answer is not remembered where a file is linked, unreadable or in no part of"
    " a plan, and after a call that could not be carried out."
)


if __name__ == "__main__":
    main()

"""The whole way of a new office, from an empty folder to the skeleton of its next plan.

The commands and changes are those of the handbook, carried out by processes of their own in a
scratch git repository. What is asserted is not what they print but what the plan then says.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handbook_run import Part, Reader, handbook, parts, settled

PLAN_YEARS = [2571, 2572, 2573, 2574, 2575]
SIGNED, SIGNED_AGAIN = 1, 5


def by_process(arguments: list[str], folder: Path) -> tuple[int, str]:
    """Carry out a command line of antigraft as a shell would."""
    done = subprocess.run(
        [sys.executable, "-m", "antigraft", *arguments],
        cwd=folder,
        env=settled(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


class Way:
    """The handbook, followed chapter by chapter."""

    def __init__(self, folder: Path) -> None:
        self.reader = Reader(folder, by_process)
        self.left: list[Part] = list(parts(handbook()))
        self.printed: list[str] = []

    def follow(self, number: int) -> None:
        """Do all that stands up to the end of a chapter."""
        while self.left and _number(self.left[0].chapter) <= number:
            part = self.left.pop(0)
            self.reader.does(part)
            if part.language == "sh":
                self.printed.append(self.reader.printed)

    def told(self, *arguments: str, code: int = 0) -> Any:
        """Return the JSON document that a command prints in the reader's folder."""
        ended, text = by_process([*arguments, "--format", "json"], self.reader.here)
        assert ended == code, text
        return json.loads(text)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.reader.here,
            env=settled(self.reader.home.parent),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def counts(self, *arguments: str) -> tuple[int, int, int]:
        """Return errors, warnings and acknowledged conflicts of the plan as it stands."""
        summary = self.told("validate", *arguments)["summary"]
        return summary["errors"], summary["warnings"], summary["acknowledged"]

    def commits(self) -> list[str]:
        return self.git("log", "--reverse", "--format=%H").splitlines()


def _number(chapter: str) -> int:
    first = chapter.partition(" ")[0]
    return int(first) if first.isdigit() else 99


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    folder = tmp_path_factory.mktemp("way") / "office"
    folder.mkdir()
    return Way(folder)


def test_1_an_empty_folder_becomes_a_valid_plan(way: Way) -> None:
    assert not list(way.reader.home.iterdir())
    way.follow(3)
    assert way.counts() == (0, 1, 0), "only the risks are missing"
    total = way.told("budget")["total"]
    assert (total["items"], total["declared_items"]) == (4, 4)
    assert (total["computed"], total["declared"]) == ("250000", "250000")
    ids = [item["id"] for item in way.told("items")["items"]]
    assert ids == ["1.1-01", "2.1-01", "3.1-01", "4.1-01"]


def test_2_mistakes_are_found_and_repaired(way: Way) -> None:
    before = len(way.printed)
    way.follow(5)
    said = "\n".join(way.printed[before:])
    for code in ("AG013", "AG003", "AG201", "AG705", "AG702", "AG901"):
        assert code in said
    assert way.counts() == (0, 1, 1)
    findings = way.told("validate", "--acknowledged")["findings"]
    (conflict,) = [one for one in findings if one["acknowledged"]]
    assert (conflict["code"], conflict["evidence"]) == ("AG702", "project != activity")


def test_3_risks_are_scored_and_controlled(way: Way) -> None:
    way.follow(6)
    assert way.counts() == (0, 0, 1)
    told = way.told("risks")
    assert [(risk["id"], risk["score"], risk["level"]) for risk in told["risks"]] == [
        (1, 12, "high"),
        (2, 8, "medium"),
    ]
    assert (told["uncovered"], told["unlinked_items"]) == ([], [])
    assert "50,000" in way.printed[-2], "what every office has to do in 2571"


def test_4_the_plan_is_printed_and_kept(way: Way) -> None:
    way.follow(7)
    build = way.reader.here / "build"
    assert (build / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert (build / "plan.docx").read_bytes().startswith(b"PK")
    assert (build / "budget.xlsx").read_bytes().startswith(b"PK")
    assert "องค์การบริหารส่วนตำบลตัวอย่าง" in (build / "plan.html").read_text(encoding="utf-8")
    way.follow(8)
    assert way.git("status", "--porcelain") == ""
    assert not [file for file in way.git("ls-files").splitlines() if file.startswith("build/")]


def test_5_a_signed_revision(way: Way) -> None:
    way.follow(9)
    assert way.counts() == (0, 0, 1)
    told = way.told("diff", "--approved")
    assert told["before"]["approved"] == "2570-09-28"
    assert told["before"]["commit"] == way.commits()[SIGNED - 1]
    assert told["items"] == told["risks"] == []
    assert told["declared"]["difference"] == told["totals"]["total"]["difference"] == "0"


def test_6_two_rounds_of_results(way: Way) -> None:
    way.follow(10)
    assert way.counts() == (0, 0, 1)
    six = way.told("progress", "--year", "2571", "--round", "6")
    twelve = way.told("progress")
    assert (six["score"], twelve["round"], twelve["score"]) == ("62.50", 12, "100.00")
    assert six["total"]["money"]["disbursed"] == "18500"
    assert twelve["total"]["money"]["disbursed"] == "47900"
    names = {path.name for path in (way.reader.here / "build").iterdir()}
    assert {"progress-2571-06.html", "progress-2571-12.html"} <= names


def test_7_an_amendment_is_shown_as_a_difference(way: Way) -> None:
    way.follow(11)
    assert way.counts() == (0, 0, 0)
    commits = way.commits()
    told = way.told("diff", commits[SIGNED - 1], commits[SIGNED_AGAIN - 1])
    assert told["headline"].startswith("งบประมาณรวมเพิ่ม 75,000 บาท (250,000 → 325,000)")
    assert [(item["status"], item["after"]) for item in told["items"]] == [
        ("added", "1.3-01"),
        ("changed", "3.1-01"),
    ]
    by_year = told["totals"]["total"]["by_year"]
    assert [by_year[str(year)]["difference"] for year in PLAN_YEARS] == [
        *("0", "0", "25000", "25000", "25000")
    ]
    since = way.told("diff", "--approved")
    assert since["before"]["approved"] == "2572-08-20"
    assert since["items"] == since["risks"] == []
    assert since["declared"]["difference"] == since["totals"]["total"]["difference"] == "0"
    assert way.told("progress")["score"] == "100.00", "an amendment leaves results as they were"


def test_8_the_next_plan(way: Way) -> None:
    way.follow(12)
    folder = "plan-2576-2580"
    assert way.counts(folder) == (0, 0, 0)
    total = way.told("budget", folder)
    assert total["years"] == [2576, 2577, 2578, 2579, 2580]
    assert (total["total"]["items"], total["total"]["computed"]) == (5, "0")
    assert len(way.told("risks", folder)["risks"]) == 2
    assert way.counts() == (0, 0, 0), "the signed plan is as it was"
    assert way.git("status", "--porcelain") == f"?? {folder}/"

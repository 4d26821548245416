"""Does the roll-up of a country find every seeded fault and no other, and add up rightly?

    python benchmarks/verify_country.py FOLDER [--save]

``FOLDER`` is what plans.py wrote. The roll-up's findings are compared with ``truth.json``, its
money with the generator's own sums and with the sums of a plain reader of lines
(``plain_sums.py``), which shares no code with either. Exits 1 if anything differs.
"""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from measured import Measurement, show
from plain_sums import declared_of, sums_of

Amounts = dict[str, dict[str, Decimal]]
Row = dict[str, Any]
DIMENSIONS = ("1", "2", "3", "4")


class Wrong(NamedTuple):
    """What differs, in words."""

    findings: list[str]
    money: list[str]
    groups: list[str]
    folders: list[str]


def sum_of(amounts: Iterable[dict[str, Decimal]]) -> Decimal:
    """Add baht over years."""
    return sum((one for years in amounts for one in years.values()), Decimal(0))


def rolled_up(folder: Path) -> tuple[Row, float]:
    """Run ``antigraft rollup`` without a cache; return its JSON and the seconds it took."""
    command = [sys.executable, "-m", "antigraft", "rollup", str(folder)]
    begun = time.perf_counter()
    done = subprocess.run(
        [*command, "--format", "json", "--no-cache"],
        capture_output=True,
        check=False,
    )
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode()[-2000:])
    document: Row = json.loads(done.stdout)
    return document, time.perf_counter() - begun


def found_in(office: Row) -> list[tuple[str, str]]:
    """List the code and file of every finding of a plan that is not acknowledged."""
    return sorted((one["code"], one["file"]) for one in office["findings"])


def expected_in(plan: Row) -> list[tuple[str, str]]:
    """List what the seeded fault of a plan must be found as."""
    fault = plan["fault"]
    return sorted((one["code"], one["file"]) for one in fault["expected"]) if fault else []


def wrong_findings(plans: Iterable[Row], offices: dict[str, Row]) -> list[str]:
    """Name every plan whose findings are not exactly the seeded ones."""
    wrong = []
    for plan in plans:
        office = offices.get(plan["folder"])
        found, wanted = found_in(office) if office else None, expected_in(plan)
        if found != wanted:
            wrong.append(f"{plan['folder']}: {found} instead of {wanted}")
    return wrong


def is_whole(plan: Row) -> bool:
    """Say whether the plan's files can all be read, so that it has totals."""
    return not (plan["fault"] and plan["fault"]["closed"])


def generated(plan: Row, which: str) -> Amounts:
    """Return the generator's sums: ``computed``, or ``declared`` with a ``total``."""
    sums = {
        number: {year: Decimal(amount) for year, amount in by_year.items()}
        for number, by_year in plan["money"].items()
    }
    if which == "declared":
        years = sums["1"]
        sums["total"] = {
            year: sum((sums[number][year] for number in DIMENSIONS), Decimal(0)) for year in years
        }
    for number, changes in (plan["fault"][which] if plan["fault"] else {}).items():
        sums[number] |= {year: Decimal(amount) for year, amount in changes.items()}
    return sums


def printed(office: Row, which: str) -> Amounts:
    """Return the sums that the roll-up gives for one plan."""
    rows = {str(row["number"]): row for row in office["dimensions"]}
    if which == "declared":
        rows["total"] = office["total"]
    return {
        number: {year: Decimal(cell[which]) for year, cell in row["by_year"].items()}
        for number, row in rows.items()
    }


def read_plainly(folder: Path, plan: Row) -> dict[str, Amounts]:
    """Sum a plan from its lines of text."""
    root = folder / plan["folder"]
    return {"computed": sums_of(root), "declared": declared_of(root)}


def wrong_money(
    plans: list[Row], offices: dict[str, Row], plain: list[dict[str, Amounts]]
) -> list[str]:
    """Name every plan whose three sums are not one."""
    wrong = []
    for plan, lines in zip(plans, plain, strict=True):
        office = offices[plan["folder"]]
        for which in ("computed", "declared"):
            sums = printed(office, which), generated(plan, which), lines[which]
            if sums[0] != sums[1] or sums[0] != sums[2]:
                wrong.append(f"{plan['folder']} {which}: {sums}")
    return wrong


def grouped(plans: Iterable[Row], key: str) -> dict[str, dict[str, Decimal]]:
    """Add the generator's computed money of whole plans by province, kind, … and year."""
    groups: dict[str, dict[str, Decimal]] = {}
    for plan in plans:
        years = groups.setdefault(plan[key], defaultdict(Decimal))
        for by_year in generated(plan, "computed").values():
            for year, amount in by_year.items():
                years[year] += amount
    return groups


def wrong_groups(plans: list[Row], document: Row) -> list[str]:
    """Name every province and kind, and the country, whose money is not the generator's sum."""
    wrong = []
    for key in ("province", "kind"):
        own = grouped(plans, key)
        for row in document[f"by_{key}"]:
            for year, cell in row["by_year"].items():
                if row[key] and Decimal(cell["computed"]) != own[row[key]][year]:
                    wrong.append(f"{key} {row[key]} {year}: {cell['computed']}")
    for dimension in document["by_dimension"]:
        for year, cell in dimension["by_year"].items():
            own_sum = sum(
                generated(plan, "computed")[str(dimension["number"])][year] for plan in plans
            )
            if Decimal(cell["computed"]) != own_sum:
                wrong.append(f"dimension {dimension['number']} {year}: {cell['computed']}")
    return wrong


def compared(folder: Path, plans: list[Row], document: Row) -> tuple[Wrong, Decimal]:
    """Compare findings and money; return what differs, and the baht that were added up."""
    offices = {office["folder"]: office for office in document["offices"]}
    whole = [plan for plan in plans if is_whole(plan)]
    with ProcessPoolExecutor() as pool:
        plain = list(pool.map(partial(read_plainly, folder), whole, chunksize=32))
    wrong = Wrong(
        wrong_findings(plans, offices),
        wrong_money(whole, offices, plain),
        wrong_groups(whole, document),
        sorted(set(offices) - {plan["folder"] for plan in plans}),
    )
    return wrong, sum_of(amounts for lines in plain for amounts in lines["computed"].values())


def differences(folder: Path, plans: list[Row], document: Row) -> list[str]:
    """Say in words everything that differs."""
    return [line for lines in compared(folder, plans, document)[0] for line in lines]


def measurement(
    plans: list[Row], document: Row, baht: Decimal, wrong: Wrong, seconds: float
) -> Measurement:
    """Say what was compared and how much of it differs."""
    faults = [plan["fault"] for plan in plans if plan["fault"]]
    kinds = len({one["name"] for one in faults})
    caused = sum(len(one["expected"]) for one in faults)
    clean = sum(not found_in(one) for one in document["offices"])
    whole = sum(is_whole(plan) for plan in plans)
    findings, money, groups = len(wrong.findings), len(wrong.money), len(wrong.groups)
    return Measurement(
        name="verify_country",
        page="reliability",
        title="The whole country: every seeded fault, no other, and the same money three ways",
        command="python benchmarks/verify_country.py FOLDER --save",
        columns=("what", "number", "differs"),
        rows=(
            ("plans rolled up", f"{len(document['offices']):,}", str(len(wrong.folders))),
            ("files", f"{document['files']:,}", "–"),
            ("plans with one seeded fault", f"{len(faults):,}", str(findings)),
            ("different faults / findings they cause", f"{kinds} / {caused}", str(findings)),
            ("plans without a fault and without a finding", f"{clean:,}", str(findings)),
            ("plans whose money was added up three ways", f"{whole:,}", str(money)),
            ("baht in them, by province, kind, dimension and year", f"{baht:,}", str(groups)),
        ),
        notes=(_WAYS, _took(seconds)),
    )


def _took(seconds: float) -> str:
    """Say how long the roll-up took, and how busy the machine was with other work."""
    load = f"{os.getloadavg()[0]:.0f} on {os.cpu_count()} cores"
    return f"The roll-up took {seconds:.0f} s without a cache; the machine's load was {load}."


_WAYS = (
    "The three ways are antigraft, the generator's own numbers, and a reader of lines that shares"
    " no code with them: computed by dimension and year, declared by dimension, year and in all;"
    " then by province, kind and dimension. Plans with a file that cannot be read have no totals."
)


def main() -> None:
    """Compare, and print what was compared and what differs."""
    folder = Path(sys.argv[1])
    truth: Row = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    document, seconds = rolled_up(folder)
    plans: list[Row] = truth["plans"]
    wrong, baht = compared(folder, plans, document)
    show(measurement(plans, document, baht, wrong, seconds))
    differing = [line for lines in wrong for line in lines]
    for line in differing[:20]:
        print(line)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()

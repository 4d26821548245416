"""The figures of a plan worked out from its files alone: no line of antigraft is used here.

A second way to the same figures, written from docs/analytics.md and the domain, not from the
program. YAML is read as text (``BaseLoader``), money is a ``Fraction``, rounding is done by hand.
"""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

NO_MONEY = {"none", "ไม่ใช้งบประมาณ", "ไม่ใช้เงินงบประมาณ", "ไม่มีงบประมาณ"}
SHARED = {"shared", "ใช้วงเงินร่วม"}
UNNAMED = {"unspecified", "ตามข้อบัญญัติ", "ไม่ระบุวงเงิน"}
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789", ",_")
LEVELS = ("low", "medium", "high", "very_high")
# The lowest score of each level, as the sources print it.
SCALES = {
    "fang-kham": (1, 5, 10, 15),
    "motorway": (1, 4, 10, 17),
    "swu": (1, 4, 8, 15),
    "university-rm": (1, 3, 7, 13),
}
FORM = {f"{dimension}.{mission}" for dimension in range(1, 5) for mission in range(1, 4)}
"""The missions of the NACC's form for 2566-2570; that of 2561-2564 publishes none."""

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Node = Any  # a YAML value: text, a list or a mapping
Cells = dict[int, Fraction | str]


class Files:
    """A plan folder: its YAML files as text in lists and mappings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        read = {
            path.relative_to(folder).as_posix(): yaml.load(
                path.read_text(encoding="utf-8-sig"),
                Loader=LOADER,  # noqa: S506 - makes no objects
            )
            for path in folder.rglob("*.yaml")
        }
        self.charter: Node = read["plan.yaml"]
        self.front: Node = read.get("front.yaml") or {}
        self.items = sorted(_in(read, "items"), key=lambda item: id_key(item["id"]))
        self.risks = sorted(_in(read, "risks"), key=lambda risk: whole(risk["id"]))
        self.orders = _in(read, "orders")
        self.reports = {
            (whole(one["year"]), whole(one["round"])): one for one in _in(read, "progress")
        }
        period = self.charter["period"]
        self.years = range(whole(period["first_year"]), whole(period["last_year"]) + 1)
        self.shared = [
            ([id_of(name) for name in line["items"]], _cells(line["budget"], self.years))
            for line in self.charter.get("shared_budgets") or []
        ]


def _in(read: dict[str, Node], folder: str) -> list[Node]:
    return [data for name, data in read.items() if name.startswith(f"{folder}/")]


def plain(text: str) -> str:
    """Return a number with Arabic digits and no separators."""
    return text.translate(DIGITS)


def whole(text: str) -> int:
    """Return a whole number."""
    return int(plain(text))


def id_of(text: str) -> str:
    """Return an item id with Arabic digits."""
    return text.translate(DIGITS)


def id_key(text: str) -> tuple[int, int, int]:
    """Return what items are ordered by."""
    mission, number = id_of(text).split("-")
    dimension, within = mission.split(".")
    return int(dimension), int(within), int(number)


def _cell(text: str) -> Fraction | str:
    if text in NO_MONEY:
        return "none"
    return "unspecified" if text in UNNAMED else Fraction(plain(text))


def _cells(budget: Node, years: Iterable[int]) -> Cells:
    """Return a cell for each year; one that is not written names no amount."""
    if isinstance(budget, str):
        word = "shared" if budget in SHARED else _cell(budget)
        return dict.fromkeys(years, word)
    written = {plain(key): value for key, value in budget.items()}
    usual = written.get("eachyear") or written.get("each_year", "unspecified")
    return {year: _cell(written.get(str(year), usual)) for year in years}


def has_sheet(item: Node) -> bool:
    """Say whether an item has a detail sheet; ``sheet: none`` says that it has none."""
    return isinstance(item.get("sheet"), dict)


def baht(cell: Fraction | str | None) -> Fraction:
    """Return the amount of a cell; a word adds nothing."""
    return cell if isinstance(cell, Fraction) else Fraction(0)


def money(amount: Fraction) -> str:
    """Write baht as programs read it: satang only where there are any."""
    if amount.denominator == 1:
        return str(amount.numerator)
    hundredths = amount * 100
    assert hundredths.denominator == 1
    sign, digits = ("-" if amount < 0 else ""), f"{abs(hundredths.numerator):03}"
    return f"{sign}{digits[:-2]}.{digits[-2:]}"


def percent(part: Fraction, of: Fraction | int) -> str | None:
    """Write a share in percent with two places, halves up."""
    return None if of == 0 else hundredths_of(part * 100 / of)


def hundredths_of(number: Fraction) -> str:
    """Write a number that is not negative with two places, halves up."""
    parts = (number * 100 + Fraction(1, 2)).__floor__()
    return f"{parts // 100}.{parts % 100:02}"


# --- money -------------------------------------------------------------------------------------


def budget(files: Files) -> dict[str, Any]:
    """Work out what ``budget --format json`` says, without the names."""
    years = files.years
    priced = [(id_of(item["id"]), _cells(item["budget"], years)) for item in files.items]
    rows = [
        _row(
            files,
            whole(dimension["number"]),
            priced,
            dimension["declared"],
        )
        for dimension in files.charter["dimensions"]
    ]
    return {
        "years": list(years),
        "dimensions": rows,
        "total": _row(files, None, priced, files.charter["declared"]),
        "shared": [
            {
                "items": names,
                "dimension": int(names[0].split(".")[0]),
                "by_year": {str(year): money(baht(cells[year])) for year in years},
                "total": money(sum(map(baht, cells.values()), Fraction(0))),
                "unspecified": "unspecified" in cells.values(),
            }
            for names, cells in files.shared
        ],
    }


def _row(
    files: Files, number: int | None, priced: list[tuple[str, Cells]], declared: Node
) -> dict[str, Any]:
    def mine(item_id: str) -> bool:
        return number is None or item_id.startswith(f"{number}.")

    own = [(item_id, cells) for item_id, cells in priced if mine(item_id)]
    lines = [(names, cells) for names, cells in files.shared if mine(names[0])]
    unnamed = {name for names, cells in lines if "unspecified" in cells.values() for name in names}
    computed = {
        year: sum((baht(cells[year]) for _, cells in [*own, *lines]), Fraction(0))
        for year in files.years
    }
    said = {plain(year): _cell(cell) for year, cell in declared["budget"].items()}
    stated = {year: baht(said.get(str(year))) for year in files.years}
    row: dict[str, Any] = {} if number is None else {"number": number}
    sums = sum(computed.values(), Fraction(0)), sum(stated.values(), Fraction(0))
    return row | {
        "items": len(own),
        "declared_items": whole(declared["items"]),
        "by_year": {str(year): _beside(computed[year], stated[year]) for year in files.years},
        **_beside(*sums),
        "unspecified": [
            item_id
            for item_id, cells in own
            if item_id in unnamed or "unspecified" in cells.values()
        ],
    }


def _beside(computed: Fraction, declared: Fraction) -> dict[str, str]:
    return {
        "computed": money(computed),
        "declared": money(declared),
        "difference": money(declared - computed),
    }


# --- risks -------------------------------------------------------------------------------------


def risks(files: Files) -> dict[str, Any]:
    """Work out scores, levels and coverage both ways, as ``risks --format json`` says them."""
    lowest = _lowest(files.charter.get("risk_scale") or {"preset": "words"})
    controls = {
        whole(risk["id"]): [id_of(one["item"]) for one in risk.get("controls") or []]
        for risk in files.risks
    }
    named = {name for names in controls.values() for name in names}
    ids = [id_of(item["id"]) for item in files.items]
    linked = [item_id for item_id in ids if item_id in named]
    covered = {item_id.split(".")[0] for item_id in linked}
    dimensions = list(dict.fromkeys(item_id.split(".")[0] for item_id in ids))
    return {
        "risks": [
            {
                "id": whole(risk["id"]),
                **_rated(risk, lowest),
                "controls": controls[whole(risk["id"])],
            }
            | {"residual": _rated(risk["residual"], lowest) if "residual" in risk else None}
            for risk in files.risks
        ],
        "uncovered": [number for number, names in controls.items() if not set(names) & set(ids)],
        "linked_items": linked,
        "unlinked_items": [item_id for item_id in ids if item_id not in named],
        "unlinked_dimensions": [int(number) for number in dimensions if number not in covered],
    }


def _lowest(scale: Node) -> dict[str, int]:
    if "levels" in scale:
        return {level: whole(score) for level, score in scale["levels"].items()}
    return dict(zip(LEVELS, SCALES.get(scale["preset"], ()), strict=False))


def _rated(risk: Node, lowest: dict[str, int]) -> dict[str, Any]:
    score = level = None
    if lowest and "likelihood" in risk and "impact" in risk:
        score = whole(risk["likelihood"]) * whole(risk["impact"])
        reached = [name for name in LEVELS if name in lowest and lowest[name] <= score]
        level = reached[-1] if reached else None
    return {"score": score, "level": level or risk.get("level")}


# --- progress ----------------------------------------------------------------------------------


def progress(files: Files, year: int, months: int) -> dict[str, Any]:
    """Work out the round's statuses, score and money, whole and by dimension."""
    entries = {id_of(one["item"]): one for one in files.reports[year, months].get("entries") or []}
    shown = [
        item for item in files.items if id_of(item["id"]) in entries or _at_work(files, item, year)
    ]
    totals = budget(files)
    return {
        "total": _result(shown, entries, year, totals["total"]),
        "dimensions": [
            {"number": row["number"]}
            | _result(
                [item for item in shown if id_of(item["id"]).startswith(f"{row['number']}.")],
                entries,
                year,
                row,
            )
            for row in totals["dimensions"]
        ],
    }


def _at_work(files: Files, item: Node, year: int) -> bool:
    if not has_sheet(item):
        return True
    period = item["sheet"]["period"]
    cell = _cells(item["budget"], [year])[year]
    return (
        whole(period["first_year"]) <= year <= whole(period["last_year"])
        or cell == "unspecified"
        or baht(cell) > 0
        or any(
            id_of(item["id"]) in names and baht(cells.get(year)) for names, cells in files.shared
        )
    )


def _result(shown: list[Node], entries: dict[str, Node], year: int, row: Node) -> dict[str, Any]:
    statuses = [entries.get(id_of(item["id"]), {}).get("status", "pending") for item in shown]
    points = sum((_points(status) for status in statuses), Fraction(0))
    reported = [entries[name] for name in (id_of(item["id"]) for item in shown) if name in entries]
    sums = {
        key: sum((baht(_cell(one.get(key, "none"))) for one in reported), Fraction(0))
        for key in ("planned", "ordinance", "disbursed")
    }
    return {
        "items": len(shown),
        "statuses": {
            name: statuses.count(name) for name in ("pending", "in_progress", "done", "cannot")
        },
        "score": percent(points, len(shown)),
        "money": {
            "budget": row["by_year"][str(year)]["computed"],
            **{key: money(amount) for key, amount in sums.items()},
            "ordinance_rate": percent(sums["ordinance"], sums["planned"]),
            "disbursed_rate": percent(sums["disbursed"], sums["ordinance"]),
            "items_in_ordinance": sum(one.get("in_ordinance") in YES for one in reported),
            "unreported": [
                id_of(item["id"])
                for item in shown
                if _waits(item, entries.get(id_of(item["id"]), {}), year)
            ],
        },
    }


YES = {"yes", "true", "ใช่"}


def _points(status: str) -> Fraction:
    return {"done": Fraction(1), "in_progress": Fraction(1, 2)}.get(status, Fraction(0))


def _waits(item: Node, entry: Node, year: int) -> bool:
    """Say whether an item uses money and nobody said how much was disbursed."""
    disbursed = _cell(entry.get("disbursed", "unspecified"))
    if disbursed != "unspecified":
        return False
    cells = [_cells(item["budget"], [year])[year]]
    cells += [_cell(entry[key]) for key in ("planned", "ordinance", "disbursed") if key in entry]
    return any(cell not in ("none", 0) for cell in cells)


# --- completeness ------------------------------------------------------------------------------


def completeness(files: Files) -> str:
    """Work out the mean of the eight parts in percent."""
    ids = {id_of(item["id"]) for item in files.items}
    sheets = [item["sheet"] for item in files.items if has_sheet(item)]
    missions = FORM
    if list(files.years) == [2561, 2562, 2563, 2564]:
        missions = {
            one["number"] for part in files.charter["dimensions"] for one in part["missions"]
        }
    declared = whole(files.charter["declared"]["items"])
    results = sum(bool(sheet.get(part)) for sheet in sheets for part in ("outputs", "outcomes"))
    controlled = sum(
        any(id_of(one["item"]) in ids for one in risk.get("controls") or []) for risk in files.risks
    )
    headings = ("reasons", "objectives", "goals", "benefits")
    parts = (
        Fraction(sum(bool(files.front.get(part)) for part in headings), 4),
        Fraction(len(missions & {name.split("-")[0] for name in ids}), len(missions)),
        Fraction(min(len(ids), declared), max(len(ids), declared, 1)),
        Fraction(len(sheets), max(len(ids), 1)),
        Fraction(results, max(2 * len(ids), 1)),
        Fraction(controlled, max(len(files.risks), 1)),
        Fraction(bool(files.orders)),
        Fraction(bool(files.charter.get("approvals"))),
    )
    return hundredths_of(sum(parts, Fraction(0)) * 100 / len(parts))

"""Many plans as folders: written by all processors, with a file that says what is in them."""

import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from nation.faults import CATALOGUE
from nation.making import plan_files
from nation.places import Office, offices
from nation.planting import planted
from nation.profile import YEARS, Profile, profile

TRUTH = "truth.json"
Row = dict[str, Any]


def write_nation(
    folder: Path, count: int, *, seed: int, items: int, share: float, provinces: int | None = None
) -> Row:
    """Write ``count`` plans below ``folder`` and return (and write) the truth about them.

    ``share`` is the part of the plans that get one fault each, such as 0.01.
    """
    places = offices(count, provinces)
    faults = planted(places, seed=seed, items=items, share=share)
    write = partial(_write_plan, folder, seed, items)
    work = [(office, faults.get(office.index)) for office in places]
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(write, work, chunksize=16))
    truth = {"seed": seed, "years": list(YEARS), "plans": rows}
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / TRUTH).write_text(text + "\n", encoding="utf-8", newline="\n")
    return truth


def _write_plan(folder: Path, seed: int, items: int, work: tuple[Office, str | None]) -> Row:
    office, fault = work
    plan = profile(office, seed, items)
    texts = plan_files(plan)
    row = described(plan, len(texts))
    files = {name: text.encode() for name, text in texts.items()}
    if fault is not None:
        change = CATALOGUE[fault].make(plan, texts)
        files |= change.files
        row["fault"] = {"name": fault} | change.row()
    root = folder / office.folder / "plan"
    for part in sorted({name.rpartition("/")[0] for name in files}):
        (root / part).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (root / name).write_bytes(data)
    return row


def described(plan: Profile, files: int) -> Row:
    """Describe a plan as the generator made it, before any fault. Money is whole baht."""
    office = plan.office
    return {
        "id": office.id,
        "folder": f"{office.folder}/plan",
        "name": office.name,
        "kind": office.kind,
        "district": office.district,
        "province": office.province,
        "files": files,
        "items": len(plan.items),
        "scale": plan.scale,
        "report": plan.reports,
        "money": {str(number): _by_year(plan.computed(number)) for number in (1, 2, 3, 4)},
        "fault": None,
    }


def _by_year(amounts: dict[int, int]) -> dict[str, int]:
    return {str(year): amount for year, amount in amounts.items()}

"""The finding about an office with two plans, with its place in both charters."""

from pathlib import Path

from antigraft.figures.plan_summary import PlanSummary
from antigraft.findings import Finding, Location, Problem
from antigraft.plan_files import CHARTER, shown
from antigraft.project import finding_in
from antigraft.syntax import Document, read

_DOUBLE = "AG121"


def double(folder: Path, first: PlanSummary, second: PlanSummary) -> Finding:
    """Point at the office in the second charter, and at the first plan's."""
    places = [_charter(folder, plan) for plan in (first, second)]
    agency = second.agency
    same_id = first.agency and agency and agency.id and first.agency.id == agency.id
    key = "id" if same_id else "name"
    route = ("organisation", key)
    name = (agency.id if same_id else agency.name) if agency else ""
    there, folder_of_first = Location(places[0].file, route), shown(first.folder)
    problem = Problem(
        Location(places[1].file, route),
        f"หน่วยงาน {name} มีแผนของปีเดียวกันอีกแผนหนึ่งที่ {folder_of_first}",
        f"the office {name} has another plan for the same years at {folder_of_first}",
        evidence=f"{name} in {folder_of_first}",
        also=there,
    )
    return finding_in({place.file: place for place in places}, (_DOUBLE, problem), None)


def _charter(folder: Path, plan: PlanSummary) -> Document:
    """Read a charter, to find the place in it; its name is from the folder of all plans."""
    name = f"{plan.folder}/{CHARTER}" if plan.folder != "." else CHARTER
    try:
        return read(name, (folder / name).read_bytes())
    except OSError:
        return Document(name, b"", None)

"""The same items for other tools: journals of hledger and beancount, a Doorstop document."""

from collections.abc import Iterator
from pathlib import Path

from nation.profile import PlannedItem, Profile
from nation.topics import KINDS


def entries(plans: list[Profile]) -> Iterator[tuple[str, PlannedItem, int, int]]:
    """Yield every amount of every item: the plan's key, the item, the year and baht."""
    for plan in plans:
        for item in plan.items:
            for year, amount in item.amounts.items():
                if amount:
                    yield plan.office.id, item, year, amount


def hledger_journal(plans: list[Profile]) -> str:
    """Write one transaction for each amount; years stay พ.ศ."""
    return "".join(
        f"{year}-01-01 {KINDS[item.topic.kind]}{item.title}\n"
        f"    plan:{item.dimension}:{item.topic.mission}:{item.id}:{office}  {amount} THB\n"
        "    budget\n\n"
        for office, item, year, amount in entries(plans)
    )


def beancount_journal(plans: list[Profile]) -> str:
    """Write the same transactions; accounts are opened first, as beancount wants."""
    amounts = list(entries(plans))
    accounts = sorted({_account(office, item) for office, item, _, _ in amounts})
    opened = [f"2500-01-01 open {name} THB\n" for name in ["Equity:Budget", *accounts]]
    booked = [
        f'{year}-01-01 * "{KINDS[item.topic.kind]}{item.title}"\n'
        f"  {_account(office, item)}  {amount} THB\n"
        "  Equity:Budget\n\n"
        for office, item, year, amount in amounts
    ]
    return "".join([*opened, "\n", *booked])


def _account(office: str, item: PlannedItem) -> str:
    mission = item.topic.mission.replace(".", "-")
    return f"Expenses:D{item.dimension}:M{mission}:I{item.id.replace('.', '-')}:{office.upper()}"


def write_doorstop(folder: Path, texts: list[tuple[str, str]]) -> None:
    """Write a document of one requirement for each item: its title and its sheet's words."""
    document = folder / "reqs"
    document.mkdir(parents=True)
    settings = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: REQ\n  sep: ''\n"
    (document / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for number, (title, words) in enumerate(texts, start=1):
        body = "".join(f"  {line}\n" for line in words.splitlines() if line.strip())
        (document / f"REQ{number:05}.yml").write_text(
            "active: true\nderived: false\nheader: |\n"
            f"  {title}\nlevel: 1.{number}.1\nlinks: []\nnormative: true\nref: ''\n"
            f"reviewed: null\ntext: |\n{body}",
            encoding="utf-8",
            newline="\n",
        )

"""What a plan folder may hold besides plain files of a sensible size, each by a name."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

MIB = 1 << 20
Place: TypeAlias = Callable[[Path], None]
"""Changes the plan in a folder (``<folder>/plan``, a copy of a sound one)."""

ITEM = "plan/items/1.1-01.yaml"
CHARTER = "plan/plan.yaml"


def _instead(name: str, make: Callable[[Path], None]) -> Place:
    def put(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        make(folder / name)

    return put


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _large(size: int) -> Callable[[Path], None]:
    """Make a file that takes no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.truncate(size)

    return make


def _written(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(b"a: 1\n" * (size // 5))

    return make


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket has at most 107 bytes
        try:
            bound.bind(path.name)
        finally:
            os.chdir(here)


def _folder_link(target: str) -> Place:
    def put(folder: Path) -> None:
        (folder / "plan/items").rename(folder / "was")
        (folder / "plan/items").symlink_to(target)

    return put


def _names(folder: Path) -> None:
    """Write files with names that are text but nothing anyone would type."""
    for name in (
        "แผน.yaml", "a b.yaml", "a\nb.yaml", "-x.yaml", "--fix.yaml", ".hidden.yaml", " .yaml",
        "x" * 250 + ".yaml", "1.1-01.YAML", "1.1-1.yaml", "\x1b[2J.yaml", "\u202ex.yaml",
        "con.yaml", "a:b.yaml", "{{x}}.yaml", "'\".yaml", "::error::.yaml", "%n.yaml", "#.yaml",
    ):  # fmt: skip
        (folder / "plan/items" / name).write_text("id: 1\n", encoding="utf-8")
    with open(os.fsencode(folder / "plan/items") + b"/\xff\xfe\xa1.yaml", "wb") as stream:
        stream.write(b"id: 1\n")


def _deep(folder: Path) -> None:
    """Make folders deeper than a path may be long."""
    here = Path.cwd()
    os.chdir(folder / "plan")
    try:
        for _ in range(2500):
            Path("dd").mkdir()
            os.chdir("dd")
        Path("x.yaml").write_bytes(b"a: 1\n")
    finally:
        os.chdir(here)


def _closed(folder: Path) -> None:
    (folder / ITEM).chmod(0)
    (folder / "plan/risks").chmod(0)


def _many(count: int, where: str, text: str) -> Place:
    def put(folder: Path) -> None:
        for number in range(count):
            (folder / where.format(number)).write_text(text.format(number), encoding="utf-8")

    return put


def _issues(folder: Path) -> None:
    """Fill the risks with lines that several rules find fault with."""
    for path in (folder / "plan/risks").glob("*.yaml"):
        head, key, tail = path.read_text(encoding="utf-8").partition("issues:\n")
        lines = "".join(f"  - เสี่ยง  {n} การเบิกจ่าย ๕๐,000 บาท เปน่\n" for n in range(9000))
        path.write_text(head + key + lines + tail, encoding="utf-8")


def _items(folder: Path) -> None:
    """Copy an item under every number it may have, in every mission."""
    text = (folder / ITEM).read_text(encoding="utf-8")
    missions = {path.name.partition("-")[0] for path in (folder / "plan/items").glob("*.yaml")}
    for mission in sorted(missions):
        for number in range(1, 100):
            name = f"{mission}-{number:02}"
            path = folder / f"plan/items/{name}.yaml"
            path.write_text(text.replace("1.1-01", name), encoding="utf-8")


ODD: dict[str, Place] = {
    "a file that links to itself": _instead(ITEM, _link("1.1-01.yaml")),
    "a charter that links to itself": _instead(CHARTER, _link("plan.yaml")),
    "a folder that links to itself": _folder_link("items"),
    "a folder that links to its parent": lambda folder: (folder / "plan/items/up").symlink_to(".."),
    "a link out of the plan": _instead(ITEM, _link("/etc/passwd")),
    "a charter out of the plan": _instead(CHARTER, _link("/etc/passwd")),
    "a folder out of the plan": _folder_link("/etc"),
    "a dangling link": _instead(ITEM, _link("nothing.yaml")),
    "a link to /dev/zero": _instead(ITEM, _link("/dev/zero")),
    "a charter that is /dev/zero": _instead(CHARTER, _link("/dev/zero")),
    "a pipe": _instead(ITEM, os.mkfifo),
    "a charter that is a pipe": _instead(CHARTER, os.mkfifo),
    "a socket": _instead(ITEM, _socket),
    "a folder named as an item": _instead(ITEM, Path.mkdir),
    "a charter that is a folder": _instead(CHARTER, Path.mkdir),
    "a folder named x.yaml": lambda folder: (folder / "plan/x.yaml").mkdir(),
    "a file and a folder that may not be read": _closed,
    "names nobody would type": _names,
    "folders deeper than a path is long": _deep,
}
SIZES: dict[str, Place] = {
    "a file of 100 MB": _instead(ITEM, _written(100_000_000)),
    "a charter of 100 MB": _instead(CHARTER, _written(100_000_000)),
    "a file of 10 GB (sparse)": _instead(ITEM, _large(10_000_000_000)),
    "a charter of 10 GB (sparse)": _instead(CHARTER, _large(10_000_000_000)),
    "100,000 empty files": _many(100_000, "plan/items/{}.yaml", ""),
    "12,000 broken items": _many(12_000, "plan/items/2.2-{}.yaml", "id: 2.2-{}\n"),
    "40 files of 1 MB": _many(40, "plan/items/8.1-{:02}.yaml", "id: x\n# " + "x" * 1_000_000),
    "12,000 stray files": _many(12_000, "plan/{}.yaml", "a: 1\n"),
    "1,300 items": _items,
    "36,000 lines with faults": _issues,
}

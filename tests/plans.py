"""Small plans for tests: the fictional example plan with some keys changed.

``SMALL`` is ``examples/small/plan``. An example of a rule changes keys of it (mappings are
merged, lists and values replaced, ``<removed>`` deletes a key) or replaces a whole file.
"""

from pathlib import Path
from typing import Any

import yaml

from antigraft.loading import Loaded, load
from antigraft.loading.tree import Tree
from antigraft.project import Checked, check, open_plan
from antigraft.rules.page import Example

ROOT = Path(__file__).parent.parent
REAL = ROOT / "plan"
SMALL = ROOT / "examples" / "small" / "plan"
OFFICE = ROOT / "examples" / "office" / "plan"
REMOVED = "<removed>"


def files_of(folder: Path) -> dict[str, bytes]:
    """Read every file of a plan folder by its name relative to it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
    }


def overlay(base: bytes | None, changes: str) -> bytes:
    """Change keys of a YAML text."""
    merged = _merge(_texts(base or b""), _texts(changes))
    return yaml.safe_dump(merged, allow_unicode=True, sort_keys=False, width=1000).encode()


def _texts(yaml_text: str | bytes) -> Any:
    """Load YAML with every scalar as text; BaseLoader makes no objects."""
    return yaml.load(yaml_text, Loader=yaml.BaseLoader) or {}  # noqa: S506


def _merge(old: Any, new: Any) -> Any:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    merged = dict(old)
    for key, value in new.items():
        if value == REMOVED:
            merged.pop(key, None)
        else:
            merged[key] = _merge(old.get(key), value)
    return merged


def with_examples(*examples: Example) -> dict[str, bytes]:
    """Return the files of the small plan as an example changes them."""
    files = files_of(SMALL)
    for example in examples:
        if example.whole and example.text.strip() == REMOVED:
            del files[example.file]
        elif example.whole:
            files[example.file] = example.content
        else:
            files[example.file] = overlay(files.get(example.file), example.text)
    return files


def loaded(files: dict[str, bytes]) -> Loaded:
    """Load a plan from its files in memory, in the order a folder is read."""
    return load(Tree(Path("plan"), dict(sorted(files.items()))))


def checked(files: dict[str, bytes]) -> Checked:
    """Load and check a plan from its files in memory."""
    return check(loaded(files))


def checked_in(folder: Path, files: dict[str, bytes]) -> Checked:
    """Write the files of a plan below ``folder`` and check it as it is read from a disk."""
    return check(open_plan(write_plan(folder / "plan", files)))


def write_plan(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files of a plan into ``folder`` and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def small(**changes: str) -> dict[str, bytes]:
    """Return the small plan with keys changed: ``small(**{"plan.yaml": "title: x"})``."""
    return with_examples(*(Example(file, text, whole=False) for file, text in changes.items()))

"""The JSON Schemas of a plan's files, as text."""

import json

from antigraft.authoring.shapes import Shapes
from antigraft.model.record import Record
from antigraft.model.records import FOLDERS, SINGLE

FOLDER = "schema"  # beside the plan folder
_ONE_OF = {"items": "item", "risks": "risk", "orders": "order"}  # a folder's files, in the singular
KINDS: dict[str, type[Record]] = {
    **{name.removesuffix(".yaml"): model for name, model in SINGLE.items()},
    **{_ONE_OF.get(folder, folder): model for folder, model in FOLDERS.items()},
}


def schema_name(kind: str) -> str:
    """Return the file name of the schema of one kind of file, such as ``item``."""
    return f"{kind}.schema.json"


def schemas(years: tuple[int, ...] = ()) -> dict[str, str]:
    """Return every schema as JSON text by file name, such as ``item.schema.json``.

    ``years`` (fiscal years, พ.ศ.) are the only ones a budget may then name, and are offered
    in completion; without them any year of the Buddhist era is accepted.
    """
    shapes = Shapes(years)
    return {
        schema_name(kind): json.dumps(shapes.document(model), ensure_ascii=False, indent=2) + "\n"
        for kind, model in KINDS.items()
    }

"""What an editor shows in Thai: titles, descriptions, messages and ready-made entries."""

from typing import Any, TypeAlias

from antigraft.authoring.fields import fields, required
from antigraft.data_files import table
from antigraft.model.labels import LABELS
from antigraft.model.record import Part

Schema: TypeAlias = dict[str, Any]

RECORD = ""  # the entry of editor_notes.toml that is about the record itself


def annotations(model: type[Part], key: str = RECORD) -> Schema:
    """Return title and descriptions of a record, or of one of its keys."""
    notes = table("editor_notes")
    record = next(base for base in model.__mro__ if key in notes.get(base.__name__, {}))
    note: dict[str, str] = notes[record.__name__][key]
    title = note.get("title") or LABELS[key]
    parts = [f"**{title}** – {note['text']}"]
    if "example" in note:
        parts.append(f"ตัวอย่าง\n\n```yaml\n{note['example']}\n```")
    if "source" in note:
        parts.append(f"ที่มา: {note['source']}")
    return {
        "title": title,
        "description": note["text"],
        "markdownDescription": "\n\n".join(parts),
    }


def message(scalar: str) -> str:
    """Return what an editor says where a value is not the scalar it should be."""
    text: str = table("editor_values")["scalars"][scalar]
    return text


def word_notes(vocabulary: str) -> dict[str, str]:
    """Return the Thai ``name`` of a vocabulary and what its codes mean, where that is said."""
    notes: dict[str, str] = table("editor_values")["words"][vocabulary]
    return notes


def snippets(name: str) -> Schema:
    """Return the ready-made entries of a record, by its name; nothing where it has none."""
    entries = table("editor_snippets").get(name)
    return {"defaultSnippets": entries} if entries else {}


def keys_message(model: type[Part]) -> str:
    """Name the keys of a record, those it must have first."""
    title = annotations(model)["title"]
    needed = required(model)
    others = [key for key in fields(model) if key not in needed]
    parts = [
        f"{said} {', '.join(_named(model, key) for key in keys)}"
        for said, keys in (("ต้องมี", needed), ("มีได้อีก", others))
        if keys
    ]
    return f"ช่องของ{title}: {'; '.join(parts)}"


def _named(model: type[Part], key: str) -> str:
    return f"{key} ({annotations(model, key)['title']})"

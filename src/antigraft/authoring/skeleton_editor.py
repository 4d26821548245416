"""What stands beside a new plan: schemas, settings of the editor, and what git should know."""

import json
from typing import Any

from antigraft.authoring.schema import FOLDER, KINDS, schema_name, schemas
from antigraft.model.records import FOLDERS, SINGLE

_YAML_EXTENSION = "redhat.vscode-yaml"
_GIT_IGNORE = "# สิ่งที่โปรแกรมสร้างใหม่ได้เสมอ ไม่ต้องเก็บใน git\nbuild/\n"
_GIT_ATTRIBUTES = "".join(
    (
        "# แฟ้มข้อความขึ้นบรรทัดใหม่แบบเดียวกันทุกเครื่อง\n* text=auto eol=lf\n",
        *(f"*.{kind} binary\n" for kind in ("docx", "xlsx", "pdf", "png", "jpg")),
    )
)


def beside(years: tuple[int, ...] = ()) -> dict[str, str]:
    """Return the files beside a plan folder, by name relative to the folder that holds it.

    ``years`` are for the schemas; see ``antigraft.authoring.schema``.
    """
    return {
        ".gitattributes": _GIT_ATTRIBUTES,
        ".gitignore": _GIT_IGNORE,
        ".vscode/extensions.json": _json({"recommendations": [_YAML_EXTENSION]}),
        ".vscode/settings.json": _json(settings()),
        **{f"{FOLDER}/{name}": text for name, text in schemas(years).items()},
    }


def settings() -> dict[str, Any]:
    """Return the settings of VS Code: UTF-8, line feeds, and the schema of each file."""
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.wordWrap": "on",
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.formatOnSave": False,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "yaml.yamlVersion": "1.2",
        "yaml.validate": True,
        "yaml.hover": True,
        "yaml.completion": True,
        "yaml.format.enable": False,
        "yaml.schemas": _patterns(),
    }


def _patterns() -> dict[str, list[str]]:
    names = {
        **{kind: f"{folder}/*" for folder, kind in zip(FOLDERS, _of_folders(), strict=True)},
        **{name.removesuffix(".yaml"): name.removesuffix(".yaml") for name in SINGLE},
    }
    return {f"{FOLDER}/{schema_name(kind)}": [f"**/plan/{names[kind]}.yaml"] for kind in KINDS}


def _of_folders() -> list[str]:
    """Name the kinds of the folders' files, in the order of the folders."""
    return [kind for kind, model in KINDS.items() if model in FOLDERS.values()]


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

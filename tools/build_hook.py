"""Hatchling's hook: a wheel carries its templates compiled, so that no run compiles them.

Found by ``[tool.hatch.build.targets.wheel.hooks.custom]`` in pyproject.toml. An editable install
gets nothing: there the templates are edited, and compiled when they are used.
"""

import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "antigraft/rendering/compiled"


class CompiledTemplates(BuildHookInterface[Any]):
    """Compiles ``templates/`` with the environment that fills them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the modules to a folder that is thrown away, and have them included."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from antigraft.rendering.compiling import compiled_templates  # noqa: PLC0415 - from here

        self._made = Path(mkdtemp(prefix="antigraft-"))
        for name, source in compiled_templates(root / "templates").items():
            (self._made / name).write_text(source, encoding="utf-8", newline="\n")
        build_data["force_include"][str(self._made)] = INSIDE

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the folder away."""
        del build_data, artifact_path
        if version != "editable":
            shutil.rmtree(self._made, ignore_errors=True)

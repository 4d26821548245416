"""Templates compiled ahead: the wheel carries the Python that Jinja makes of each of them.

The compiled form of a template is found by the version of Jinja, by its name and by its bytes.
Any other template, and any other Jinja, is compiled when it is used, as in a checkout, where
nothing is compiled ahead: so the two can never disagree, and nothing has to be kept up to date.
"""

from hashlib import sha256
from importlib.machinery import SourceFileLoader
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

FOLDER = Path(__file__).with_name("compiled")
"""Where the build puts the modules (``tools/build_hook.py``); a checkout has no such folder."""


def module_name(name: str, source: str) -> str:
    """Name the module of a template: by the Jinja that compiled it, its name and its text."""
    made_of = "\0".join((str(vars(jinja2).get("__version__")), name, source))
    return f"t_{sha256(made_of.encode()).hexdigest()[:32]}"


class Ahead(BytecodeCache):
    """Jinja's way of asking for compiled templates; it keeps nothing."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Look for modules in ``folder``."""
        self._folder = folder

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return the code of a template, or an empty bucket, which Jinja then compiles."""
        module = module_name(name, source)
        bucket = Bucket(environment, name, module)
        path = self._folder / f"{module}.py"
        if path.is_file():
            # Python keeps the bytecode beside the module, as for any other.
            code = SourceFileLoader(module, str(path)).get_code(module)
            # What goes wrong in it is reported with the template's own file and line.
            bucket.code = code.replace(co_filename=filename or name) if code else None
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Do nothing: ``get_bucket`` has loaded what there is."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Do nothing: what was compiled now is kept nowhere."""

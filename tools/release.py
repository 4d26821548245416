"""Make what a release is: wheel, sdist, bill of materials and their digests.

    python tools/release.py [FOLDER]

The folder is ``dist`` where none is named. Needs the extra ``dev``. The same checkout gives the
same bytes, on any day and in any folder (``benchmarks/reproducible.py``), as long as the same
versions of the build tools and of the dependencies are at hand. The bill of materials
(CycloneDX, JSON) lists what an installation of the wheel with all its extras holds.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
BILL = "antigraft.cdx.json"
DIGESTS = "SHA256SUMS"
EXTRAS = "watch,pdf,word,excel"
# No package: it stands in the wheel itself (src/antigraft/fonts/ORIGIN.md).
TYPEFACE = {
    "bom-ref": "sarabun",
    "type": "library",
    "name": "Sarabun",
    "version": "1.000",
    "description": "Typeface of the reports, changed as src/antigraft/fonts/ORIGIN.md says",
    "licenses": [{"license": {"acknowledgement": "declared", "id": "OFL-1.1"}}],
    "purl": "pkg:npm/%40fontsource/sarabun@5.3.0",
}


def run(*command: str | Path) -> None:
    """Run a program of this interpreter's environment; its failure is ours."""
    subprocess.run([sys.executable, "-m", *map(str, command)], cwd=ROOT, check=True)  # noqa: S603


def bill_of_materials(wheel: Path, target: Path) -> None:
    """Install the wheel with all extras into an environment without pip, and list what is there."""
    with TemporaryDirectory(prefix="antigraft-") as folder:
        room = Path(folder) / "venv"
        run("venv", "--without-pip", room)
        python = next(path for path in room.glob("*/python*") if path.stem == "python")
        run("pip", "--python", python, "install", "-q", f"antigraft[{EXTRAS}] @ {wheel.as_uri()}")
        pyproject = ROOT / "pyproject.toml"
        options = ("--output-reproducible", "--short-PURLs", "--of", "JSON", "--sv", "1.6")
        run("cyclonedx_py", "environment", *options, "--pyproject", pyproject, "-o", target, python)
    bill = json.loads(target.read_text(encoding="utf-8"))
    bill["metadata"]["component"]["version"] = wheel.name.split("-")[1]
    bill["components"].append(TYPEFACE)
    text = json.dumps(bill, ensure_ascii=False, indent=2)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Build into the folder, which must not hold another release."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist").absolute()
    if folder.is_dir() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty")
    run("build", "-q", "--outdir", folder)
    (wheel,) = folder.glob("*.whl")
    bill_of_materials(wheel, folder / BILL)
    made = sorted(path for path in folder.iterdir() if path.name != DIGESTS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (folder / DIGESTS).write_text("".join(lines), encoding="utf-8", newline="\n")
    sys.stdout.write("".join(lines))


if __name__ == "__main__":
    main()

"""Make templates/{plan,budget,risks}.docx, the Word templates of the reports.

A developer's tool, not part of the package; it needs the extra ``word``::

    python tools/build_word_template.py

Text and tags of the templates stand in ``word_template`` beside this file. Everything that an
office may want to look otherwise is a style, so that Word's own style list changes all of it.
Sarabun is embedded: the face is the same on a machine that does not have it. The same fonts and
the same python-docx give the same bytes.
"""

import sys
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from word_template.plan import plan
from word_template.registers import budget, risks
from word_template.styles import ROOT, embed, page, settings, styles
from word_template.writer import Writer

from antigraft.office.archive import steady

PAGES = {"plan": plan, "budget": budget, "risks": risks}


def build(name: str) -> bytes:
    """Make one template."""
    document = Document()
    document._body.clear_content()  # noqa: SLF001
    styles(document)
    embed(document)
    settings(document)
    page(document.sections[0], wide=False)
    writer = Writer(document, page)
    writer.edges(document.sections[0])
    PAGES[name](writer)
    core = document.core_properties
    core.author, core.title, core.comments, core.keywords = "antigraft", "", "", ""
    core.language = "th-TH"
    core.created = core.modified = datetime(1980, 1, 1, tzinfo=UTC)
    thumbnail = next(
        key for key, rel in document.part.package.rels.items() if rel.reltype.endswith("/thumbnail")
    )
    del document.part.package.rels[thumbnail]
    stream = BytesIO()
    document.save(stream)
    return steady(stream.getvalue())


if __name__ == "__main__":
    for chosen in PAGES:
        path = ROOT / "templates" / f"{chosen}.docx"
        path.write_bytes(build(chosen))
        sys.stdout.write(f"{path.name} {path.stat().st_size}\n")

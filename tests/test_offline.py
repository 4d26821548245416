"""No report loads anything: no picture, script, style or font from elsewhere, and none may."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from antigraft.project import check, open_plan
from antigraft.publishing import Paper, Wanted, papers
from antigraft.reports import REPORTS, ReportName
from plans import OFFICE, REAL, SMALL

# What of an attribute a browser fetches, runs or sends to, without being asked by a click.
LOADING = frozenset(
    [
        "src",
        "srcset",
        "data",
        "poster",
        "action",
        "formaction",
        "background",
        "manifest",
        "ping",
        "archive",
        "codebase",
        "longdesc",
        "lowsrc",
        "dynsrc",
        "imagesrcset",
        "xlink:href",
        "style",
    ]
)
LOADERS = frozenset(
    [
        "link",
        "base",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "source",
        "track",
        "portal",
        "image",
        "feimage",
        "foreignobject",
        "animate",
        "set",
    ]
)
URLS = re.compile(r"url\(\s*[\"']?([^)\"']*)", re.IGNORECASE)
IN_STYLES = re.compile(r"@import|image-set|src\s*\(", re.IGNORECASE)
IN_SCRIPTS = re.compile(
    r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|Worker|import)\b"
    r"\s*\(|\bnew Image\b|\bwindow\.open\b|\.(?:src|href|action)\s*=|https?://"
)
POLICY = {
    "default-src": {"'none'"},
    "font-src": {"data:"},
    "img-src": {"data:"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}


class Page(HTMLParser):
    """What a page would load, the policy it begins with, and its styles and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.policies: list[str] = []
        self.bodies: dict[str, list[str]] = {"style": [], "script": []}
        self.before: list[str] = []  # tags that stand before the policy
        self._in = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        equivalent = (given.get("http-equiv") or "").lower()
        if equivalent == "content-security-policy":
            self.policies.append(given["content"] or "")
        elif equivalent or tag in LOADERS:
            self.loads.append(tag)
        if not self.policies:
            self.before.append(tag)
        self.loads += [f"{tag} {name}={value}" for name, value in attrs if self._loads(name, value)]
        self._in = tag if tag in self.bodies else ""
        if self._in:
            self.bodies[tag].append("")

    @staticmethod
    def _loads(name: str, value: str | None) -> bool:
        if name == "href":  # a link is followed by a click; it leads within the page
            return not (value or "").startswith("#")
        return name in LOADING or name.startswith("on") or "url(" in (value or "").lower()

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.bodies[self._in][-1] += data


@cache
def made(name: ReportName) -> tuple[Paper, ...]:
    """Make one report of all three plans in HTML and, where there is, in Markdown."""
    forms = tuple(form for form in ("html", "md") if REPORTS[name].made_in(form))
    year = 2568 if REPORTS[name].scope == "year" else None
    wanted = Wanted((name,), forms, year=year)  # type: ignore[arg-type]  # html, md
    plans = [check(open_plan(folder)) for folder in (SMALL, REAL, OFFICE)]
    return tuple(paper for plan in plans for paper in papers(plan, wanted))


def pages(name: ReportName) -> list[Page]:
    return [Page(one.content.decode()) for one in made(name) if one.name.endswith(".html")]


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_loads_nothing(name: ReportName) -> None:
    found = pages(name)
    assert found
    for page in found:
        assert page.loads == []
        for text in page.bodies["style"]:
            assert not IN_STYLES.search(text)
            inside = ("#", "data:font/woff2;base64,")
            assert [url for url in URLS.findall(text) if not url.startswith(inside)] == []
        for text in page.bodies["script"]:
            assert not IN_SCRIPTS.search(text)


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_is_sealed_by_a_policy_of_its_own_hashes(name: ReportName) -> None:
    for page in pages(name):
        (policy,) = page.policies
        stated = {key: set(rest.split()) for key, _, rest in map(_parted, policy.split(";"))}
        for kind, bodies in page.bodies.items():
            hashes = {_hash(body) for body in bodies} or {"'none'"}
            assert stated.pop(f"{kind}-src") == hashes
        assert stated.items() <= POLICY.items()
        assert {"default-src", "base-uri", "form-action"} <= set(stated)
        assert set(page.before) <= {"html", "head", "meta"}


@pytest.mark.parametrize("name", REPORTS)
def test_markdown_shows_no_picture_and_no_link_elsewhere(name: ReportName) -> None:
    for paper in made(name):
        if paper.name.endswith(".md"):
            text = re.sub(r"\\.", "", paper.content.decode())
            assert not re.search(
                r"!\[|\]\((?!#)|<(?!br>|!--|/?(?:a|details|summary|sup|sub)\b)\w", text
            )


def _parted(directive: str) -> tuple[str, str, str]:
    return directive.strip().partition(" ")


def _hash(body: str) -> str:
    return f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'"

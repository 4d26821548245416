"""Comments of a file, and to which entry each of them belongs."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from antigraft.authoring.formatting_tree import Collection, Comment, Entry, Scalar, Source


def comments(source: Source) -> tuple[Comment, ...]:
    """List comments and empty lines, in order; those inside a scalar are text, not comments."""
    lines = source.text.removesuffix("\n").split("\n")
    covered = {line for one in source.scalars for line in range(one.first, one.last + 1)}
    empty = (
        Comment(number, 0, "")
        for number, line in enumerate(lines)
        if not line.strip() and number not in covered
    )
    return tuple(sorted([*_hashes(source), *empty], key=lambda one: (one.line, one.column)))


def _hashes(source: Source) -> Iterator[Comment]:
    """Find every ``#`` outside the scalars; a comment goes to the end of its line."""
    for start, end in _gaps(source):
        at = source.text.find("#", start, end)
        while at >= 0:
            line = bisect_right(source.starts, at) - 1
            begin = source.starts[line]
            text = source.text[at:].split("\n", 1)[0]
            yield Comment(line, at - begin, text.rstrip(), not source.text[begin:at].strip())
            at = source.text.find("#", at + len(text), end)


def _gaps(source: Source) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in source.spans:
        yield at, start
        at = end
    yield at, len(source.text)


def give_out(source: Source) -> list[str]:
    """Hand every comment to an entry; return those above the first, which are the file's own."""
    places = [(entry.line, entry.column) for entry in source.entries]
    between = [
        comment
        for comment in comments(source)
        if comment.alone or not _ends_a_line(source, comment)
    ]
    head: list[str] = []
    for index, group in groupby(between, lambda one: bisect_right(places, (one.line, one.column))):
        if index == 0:
            head = [comment.text for comment in group]
        else:
            _between(source, index, list(group))
    return head


def _ends_a_line(source: Source, comment: Comment) -> bool:
    """Give a comment to the entry whose line it ends; say whether there is one."""
    here = [entry for entry in source.entries if _reaches(entry, comment)]
    if not here:
        return False
    entry = here[-1]
    while entry.home.flow and _closed(entry.home, comment):
        owner = entry.home.owner
        if owner is None or not _reaches(owner, comment):
            break
        entry = owner
    starts_a_part = isinstance(entry.value, Collection) and entry.key is None
    if entry.after or starts_a_part:
        entry.before.append(comment.text)
    else:
        entry.after = comment.text
    return True


def _reaches(entry: Entry, comment: Comment) -> bool:
    """Say whether an entry begins or ends on the line of a comment that follows it."""
    if (entry.line, entry.column) > (comment.line, comment.column):
        return False
    lines = {entry.line}
    if entry.key:
        lines.add(entry.key.last)
    if isinstance(entry.value, Scalar):
        lines.add(entry.value.last)
    elif entry.value.flow and _closed(entry.value, comment):
        lines.add(entry.value.end[0])
    return comment.line in lines


def _closed(collection: Collection, comment: Comment) -> bool:
    return collection.end <= (comment.line, comment.column)


def _between(source: Source, index: int, found: list[Comment]) -> None:
    """Give comments between two entries to the part that ends there or to what follows.

    A comment that stands further right than what follows belongs to the part before it.
    """
    following = source.entries[index] if index < len(source.entries) else None
    still_open = [id(home) for home in following.inside()] if following else []
    ended = [home for home in source.entries[index - 1].inside() if id(home) not in still_open]
    waiting: list[str] = []
    for number, comment in enumerate(found):
        home = _home(comment, ended, following)
        if comment.text and home is None:
            waiting += [one.text for one in found[number:]]
            break
        waiting.append(comment.text)
        if comment.text and home is not None:
            home.tail += waiting
            waiting = []
    (following.before if following else source.root.tail).extend(waiting)


def _home(comment: Comment, ended: list[Collection], following: Entry | None) -> Collection | None:
    """Return the deepest part before a comment that it still belongs to."""
    for home in ended:
        if home.flow:
            if not _closed(home, comment):
                return home
        elif comment.column > (home.owner.column if home.owner else -1) and (
            following is None or comment.column > following.column
        ):
            return home
    return None

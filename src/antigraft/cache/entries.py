"""One entry of the cache: a file of a few texts, which is whole or is not there."""

import os

from antigraft.cache.digest import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_FIELDS = 8
_SEPARATOR = "\0"
_LARGEST = 1 << 21  # characters; a longer answer is quicker made than kept
_MOST = 400  # entries; then the older half goes
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)


def fetch(file: str) -> "list[str] | None":
    """Return the texts of an entry; None where it is missing, damaged or another user's."""
    try:
        with open(file, "rb", buffering=0, opener=_at_once) as stream:
            if _foreign(os.fstat(stream.fileno())):
                return None
            data = stream.read()
        digest, _, body = data.partition(b"\n")
        if digest.decode("ascii") != _digest(body):
            return None
        fields = body.decode("utf-8", "surrogateescape").split(_SEPARATOR, _FIELDS - 1)
    except (OSError, ValueError):
        return None
    return fields if len(fields) == _FIELDS else None


def keep(file: str, fields: "Sequence[str]") -> None:
    """Write an entry beside its place and move it there; what goes wrong is passed over."""
    if any(_SEPARATOR in field for field in fields) or sum(map(len, fields)) > _LARGEST:
        return
    body = _SEPARATOR.join(fields).encode("utf-8", "surrogateescape")
    folder = os.path.dirname(file)
    beside = f"{file}.{os.getpid()}.new"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        _make_room(folder)
        with open(beside, "xb", opener=_private) as stream:
            stream.write(_digest(body).encode() + b"\n" + body)
        os.replace(beside, file)
    except OSError:
        _forget(beside)


def _at_once(file: str, flags: int) -> int:
    """Open a file without waiting: a pipe of that name, which somebody made, has no end."""
    return os.open(file, flags | _WITHOUT_WAITING)


def _private(file: str, flags: int) -> int:
    """Open a file that only its owner reads: answers say what is in plans."""
    return os.open(file, flags, 0o600)


def _make_room(folder: str) -> None:
    """Drop the older half of the entries when there are too many."""
    with os.scandir(folder) as found:
        files = [entry for entry in found if _is_ours(entry.name)]
    if len(files) >= _MOST:
        files.sort(key=lambda entry: entry.stat().st_mtime_ns)
        for entry in files[: len(files) // 2]:
            _forget(entry.path)


def _is_ours(name: str) -> bool:
    """Say whether a file is an entry, or one half written: the folder may hold other things."""
    digest, _, rest = name.partition(".")
    return len(digest) == 32 and not digest.strip("0123456789abcdef") and rest[-4:] in ("", ".new")


def _forget(file: str) -> None:
    from contextlib import suppress  # noqa: PLC0415 - not for the look itself

    with suppress(OSError):
        os.unlink(file)


def _digest(body: bytes) -> str:
    return blake2b(body, digest_size=20).hexdigest()


def _foreign(status: os.stat_result) -> bool:
    """Say whether a file is another user's; Windows keeps its caches apart by itself."""
    return hasattr(os, "geteuid") and status.st_uid != os.geteuid()

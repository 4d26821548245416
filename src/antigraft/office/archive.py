"""Office files are zip archives; the same parts must make the same bytes."""

from datetime import datetime
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from antigraft.values.years import BUDDHIST_OFFSET, ThaiDate

FIRST = "[Content_Types].xml"
LARGE = 8 << 20
"""Bytes: a larger part, a sheet of a hundred thousand rows, is copied piece by piece."""

EPOCH = (1980, 1, 1, 0, 0, 0)


def moment(date: ThaiDate | None) -> datetime:
    """Return the date of making within a file: the day it was asked to print, or the first."""
    if date is None:
        return datetime(*EPOCH)  # noqa: DTZ001 - Office takes a day, not a place on earth
    return datetime(date.year - BUDDHIST_OFFSET, date.month, date.day)  # noqa: DTZ001 - as above


def steady(archive: bytes) -> bytes:
    """Write an archive anew: parts in order of their names, no times, no machine.

    The list of content types stays first, where Office looks for it.
    """
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as read, ZipFile(out, "w") as written:
        for name in sorted(read.namelist(), key=lambda name: (name != FIRST, name)):
            part = ZipInfo(name, EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # zipfile would name the system it runs on
            if read.getinfo(name).file_size <= LARGE:
                written.writestr(part, read.read(name), compresslevel=9)
                continue
            with read.open(name) as source, written.open(part, "w") as target:
                copyfileobj(source, target)
    return out.getvalue()

"""What Typst must not part at a line's end: the pieces of a text, each a word or a syllable."""

import re
from collections.abc import Iterator

from antigraft.rendering.typography import pieces
from antigraft.values.years import MONTHS

# Words of official Thai that Typst 0.15 was seen to part, or to read with a neighbour's letters.
_WORDS = """
กลไก กำกับ เกียรติ เกียรติคุณ ข้อบัญญัติ ข้าราชการ คณะกรรมการ คณะทำงาน ความเสี่ยง ค่านิยม คำสั่ง คุณธรรม
งบประมาณ จริยธรรม จังหวัด จัดจ้าง จัดซื้อ จิตสำนึก ช่องทาง เชิดชู ซื่อสัตย์ ดุลพินิจ ดุลยพินิจ ตรวจสอบ
ทับซ้อน นายก เบี้ยเลี้ยง ปฏิบัติการ ปฏิบัติงาน ปฏิบัติหน้าที่ ปราบปราม โปร่งใส เป้าหมาย ผลผลิต ผลลัพธ์
ผู้บริหาร ผู้รับผิดชอบ พนักงาน พระราชกฤษฎีกา เพื่อยกระดับ ภารกิจ มอบหมาย มอบอำนาจ มิชอบ มีส่วนร่วม ยกระดับ
รายการ ร้องทุกข์ ร้องเรียน ระยะเวลา รัฐธรรมนูญ องค์กร องค์การ อิเล็กทรอนิกส์
"""
WORDS = tuple(_WORDS.split())
_TAIL = re.compile("[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำ]?$")
_OPENS = re.compile("[เ-ไะาำัิ-ฺ็-๋]")  # a vowel or a tone: the syllable begins here
_MARK = re.compile(" ?[ๆฯ]")
_LONGEST = 3  # letter clusters that a syllable can have before its mark


def unbroken(text: str, names: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Cut text into pieces; True marks a piece that must stay on one line.

    ``names`` are the plan's own. A piece that ends in ๆ or ฯ begins, for browsers, at the last
    letter cluster of its word; Typst would part the word there, so its syllable is drawn in.
    """
    loose, held = "", ""
    for piece, whole in pieces(text, (*names, *WORDS, *MONTHS)):
        if not whole:
            mark = _MARK.match(piece) if held else None
            held, loose = held + (mark[0] if mark else ""), piece[mark.end() if mark else 0 :]
            continue
        if held:
            yield held, True
        start = _syllable(loose, piece) if piece[-1] in "ๆฯ" else len(loose)
        if loose[:start]:
            yield loose[:start], False
        held, loose = loose[start:] + piece, ""
    if held:
        yield held, True
    if loose:
        yield loose, False


def _syllable(loose: str, piece: str) -> int:
    """Return where, in the text before a piece, the syllable of the piece begins."""
    start, cluster = len(loose), piece.rstrip(" ๆฯ")
    for _ in range(_LONGEST):
        tail = _TAIL.search(loose[:start])
        if not cluster or _OPENS.search(cluster) or tail is None:
            break
        start, cluster = tail.start(), tail[0]
    return start

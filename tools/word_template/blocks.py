"""Blocks that several Word templates share: tables, totals, notices.

Every word of ours stands in ``say("…")``, every figure comes from ``view``: a template adds
nothing up.
"""

from collections.abc import Iterator

from word_template.writer import Cell, Cells, Row, Writer, each_year, strong, tagged

PERIOD = '{{{{ say("พ.ศ.") }}}} {{{{ {0}.first_year }}}}-{{{{ {0}.last_year }}}}'
IDS = "{{% for id in {0} %}}{{{{ id|printed }}}}{{{{ ', ' if not loop.last }}}}{{% endfor %}}"
TARGET = (
    '{{ line.text }}{% if line.target %} ({{ say("ค่าเป้าหมาย") }} {{ line.target }}){% endif %}'
    '{% if line.measured_by %} ({{ say("วัดจาก") }}{{ " " if lang != "th" }}{{ line.measured_by }}){% endif %}'
)
DIMENSION = '{{ say("มิติที่ {n}", n=dimension.number) }} {{ dimension.name }}'
YEAR = '{{ say("ปี {year}", year=year) }}'
COUNT = '{{{{ say("{{n}} รายการ", n={0}) }}}}'
COUNTED = '{{{{ say("จำนวน {{n}} โครงการ/กิจกรรม/มาตรการ", n={0}) }}}}'
NAME = (
    '{% if line.shared %}{{ say("วงเงินร่วมของ") }} '
    + IDS.format("line.ids")
    + "{% else %}{{ line.ids[0]|printed }} {{ line.title }}{% endif %}"
)
REMARK = (
    '{% if line.shared %}{{ say("นับครั้งเดียว") }}{{ " " if line.note }}{% endif %}'
    "{% if line.note %}{{ line.note }}{% endif %}"
)
LEVEL = (
    "{{% if {0}.level is none %}}–{{% else %}}{{{{ {0}.level }}}}{{% if {0}.printed is not none and"
    ' {0}.printed != {0}.level %}} ({{{{ say("เอกสารพิมพ์ว่า {{level}}", level={0}.printed) }}}}){{% endif %}}{{% endif %}}'
)


def marked(of: str, totals: str, shown: str) -> tuple[Cells, ...]:
    """Write declared amounts, the ones that differ from the items in the alarm style."""
    differs = f"{totals}.difference[loop.index0]"
    return (
        f"{{%tc for value in {of} %}}",
        Cell(
            "Table Money",
            ((f"{{{{ value|{shown} }}}}", "Differs"),),
            condition=differs,
            otherwise=Cell("Table Money", ((f"{{{{ value|{shown} }}}}", "Strong"),)),
        ),
        "{%tc endfor %}",
    )


def totals(of: str, name: str, *, wide: bool) -> Iterator[Row]:
    """Write one รวม row, or three where what is declared is not what the items add up to."""
    count = COUNT if wide else COUNTED
    lead = (strong(name),) if wide else (strong(name), "{{ left }}")
    again = ("{{ above }}",) if wide else ("{{ above }}", "{{ left }}")
    last = (
        (lambda key, shown: (Cell("Table Money", ((f"{{{{ {of}.{key}|{shown} }}}}", "Strong"),)),))
        if wide
        else (lambda *_: ())
    )
    open_cells = f"{{% if {of}.unspecified %}}{{{{ say('ไม่รวมรายการที่ตั้งตามข้อบัญญัติ') }}}} {IDS.format(of + '.unspecified')}{{% endif %}}"
    plain = (
        f"{{%tc for value in {of}.computed %}}",
        Cell("Table Money", (("{{ value|total }}", "Strong"),)),
        "{%tc endfor %}",
    )
    tint = "F3F6F9"
    yield tagged(f"if {of}.agrees")
    yield Row(
        *lead,
        count.format(f"{of}.items"),
        *plain,
        *last("computed_total", "total"),
        open_cells,
        tint=tint,
    )
    yield tagged("else")
    declared = '{{ say("ตามที่ประกาศ") }} ' + count.format(f"{of}.declared_items")
    yield Row(
        *lead,
        declared,
        *marked(f"{of}.declared", of, "total"),
        *last("declared_total", "total"),
        "",
        tint=tint,
    )
    computed = '{{ say("ตามผลรวมของรายการ") }} ' + count.format(f"{of}.items")
    yield Row(*again, computed, *plain, *last("computed_total", "total"), open_cells, tint=tint)
    gap = '{{ say("ผลต่าง (ประกาศ − รายการ)") }}'
    note = '{{ say("ยอดไม่ตรงกัน") }}'
    yield Row(
        *again,
        gap,
        *marked(f"{of}.difference", of, "signed"),
        *last("difference_total", "signed"),
        note,
        tint="FDF1EF",
    )
    yield tagged("endif")


def summary_table(w: Writer) -> None:
    """Write the official table of one dimension (บัญชีสรุป); the last has the grand total."""
    years = "view.summary.years"
    waiting = Cell(
        "Table Centered", "{% if loop.first %}{{ value|baht }}{% else %}{{ left }}{% endif %}"
    )
    money = Cell(
        "Table Centered", waiting.runs, "line.waits", Cell("Table Money", "{{ value|baht }}")
    )
    opening = "{% if opening and loop.first %}{{ dimension.number }}. {{ dimension.name }}{% else %}{{ above }}{% endif %}"
    bare = "{% if opening %}{{ dimension.number }}. {{ dimension.name }}{% else %}{{ above }}{% endif %}"
    mission = "{{ mission.number }} {{ mission.name }}"
    head = [f'{{{{ say("{name}") }}}}' for name in ("มิติ", "ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ")]
    year = YEAR + '{{ newline }}{{ say("งบประมาณ") }}{{ newline }}({{ say("บาท") }})'
    w.table(
        (2.5, 4.0, 6.2, 0.6, 2.15, 0.6, 3.2),
        [
            Row(*head, *each_year(years, "Table Head", year, "year"), '{{ say("หมายเหตุ") }}', head=True),
            tagged("for mission in dimension.missions"),
            tagged("set opening = loop.first"),
            tagged("for line in mission.lines"),
            Row(
                opening,
                f"{{% if loop.first %}}{mission}{{% else %}}{{{{ above }}}}{{% endif %}}",
                NAME,
                "{%tc for value in line.cells %}",
                money,
                "{%tc endfor %}",
                REMARK,
            ),
            tagged("else"),
            Row(bare, mission, '{{ say("ไม่มีรายการในภารกิจนี้") }}', *each_year(years, "Table Text", "{{ left }}", "year"), "{{ left }}"),
            tagged("endfor"),
            tagged("endfor"),
            tagged("if dimension.totals is not none"),
            *totals("dimension.totals", '{{ say("รวม") }}', wide=False),
            tagged("endif"),
            tagged("if last"),
            *totals("view.summary.totals", '{{ say("รวมทั้งสิ้น") }}', wide=False),
            tagged("endif"),
        ],
    )  # fmt: skip


def risk_table(w: Writer) -> None:
    """Write the risk table and the scale it is made under."""
    score = (
        "{% if line.rating.score is none %}–{% else %}"
        "{{ line.likelihood }} × {{ line.impact }} = {{ line.rating.score }}{% endif %}"
    )
    scored = (
        '{{ say("คะแนน") }}{% if view.risks.scored %} ({{ say("โอกาส × ผลกระทบ") }}){% endif %}'
    )
    process = '{{ line.process }}{% if line.owner %} ({{ say("เจ้าของความเสี่ยง") }} {{ line.owner }}){% endif %}'
    control = (
        "{% if control.known %}{{ control.title }} {{ control.item|printed }}{% else %}"
        '{{ control.item|printed }} {{ say("ไม่มีรายการนี้ในแผน") }}{% endif %}'
    )
    controls = (
        "{% for control in line.controls %}{{ newline if not loop.first }}- "
        + control
        + "{% else %}"
        '{{ say("ไม่มีมาตรการควบคุม") }}{% endfor %}'
    )
    issues = (
        "{% for issue in line.issues %}{{ newline if not loop.first }}- {{ issue }}{% endfor %}"
    )
    residual = "{% if line.residual %}" + LEVEL.format("line.residual") + "{% else %}–{% endif %}"
    if_left = "{%tc if view.risks.has_residual %}"
    w.tag("if view.risks.lines")
    w.table(
        (1.4, 4.8, 7.4, 1.9, 2.2, 0.6, 2.2, 0.6, 6.4),
        [
            Row('{{ say("ลำดับที่") }}', '{{ say("ขั้นตอนการดำเนินงาน") }}', '{{ say("ประเด็นความเสี่ยงการทุจริต") }}', scored,
                '{{ say("ระดับ") }}', if_left, '{{ say("ความเสี่ยงคงเหลือ") }}', "{%tc endif %}",
                '{{ say("มาตรการควบคุมความเสี่ยง") }}', head=True),
            tagged("for line in view.risks.lines"),
            Row(Cell("Table Centered", "{{ line.number }}"), process, issues, Cell("Table Centered", score),
                Cell("Table Centered", LEVEL.format("line.rating")), if_left,
                Cell("Table Centered", residual),
                "{%tc endif %}", controls),
            tagged("endfor"),
        ],
        split=True,
    )  # fmt: skip
    w.text(
        "{% if view.risks.scale is none %}{{ say('ไม่รู้จักเกณฑ์ความเสี่ยงที่แผนระบุ') }} {{ view.risks.scale_key|code }}"
        "{% else %}{{ say('เกณฑ์ความเสี่ยง') }}: {{ view.risks.scale.name }}"
        "{% if view.risks.scale.source %} – {{ view.risks.scale.source }}{% endif %}"
        "{% for level, lowest in view.risks.scale.levels.items() %}{{ ' (' if loop.first }}{{ level }} "
        "{{ say('ตั้งแต่ {n} คะแนน', n=lowest) }}{{ ')' if loop.last else ', ' }}{% endfor %}{% endif %}",
        "Note",
    )
    w.tag("else")
    w.text('{{ say("แผนนี้ไม่มีตารางความเสี่ยง") }}')
    w.tag("endif")


def notice(w: Writer) -> None:
    """Write the errors that nobody has acknowledged."""
    w.tag("if view.head.errors")
    w.text('{{ say("พบข้อผิดพลาดที่ยังไม่ได้แก้หรือรับทราบ {n} ข้อ", n=view.head.errors|length) }}', "Alarm")
    w.each(
        "view.head.errors",
        "–\t{{ error.message }} ({{ error.code|code }} {{ error.file|code }}:{{ error.line|code }})",
        "Bullet",
        "error",
    )
    w.tag("endif")


def foot(w: Writer) -> None:
    """Write what made the report, and the date it was asked to print."""
    w.text(
        '{{ say("จัดทำจากแฟ้มข้อมูลแผนด้วย") }} antigraft'
        '{% if view.head.date %} · {{ say("ข้อมูล ณ วันที่") }} {{ view.head.date }}{% endif %}',
        "Note",
    )


def title(w: Writer, name: str) -> None:
    """Write the head of a report that is not the plan document."""
    w.text(f'{{{{ say("{name}") }}}}', "Title")
    w.text("{{ view.head.title }}", "Centered")
    w.text("{{ view.head.organisation.name }} " + PERIOD.format("view.head"), "Centered")
    notice(w)


def fact(w: Writer, name: str, of: str) -> None:
    """Write a short field of the form: its name at the left, one line for each of a list."""
    w.tag(f"for text in {of}")
    w.text(
        (
            (f'{{% if loop.first %}}{{{{ say("{name}") }}}}{{% endif %}}', "Strong"),
            ("\t{{ text }}", None),
        ),
        "Fact",
    )
    w.tag("endfor")

"""The Word templates of the budget summary and the risk register."""

from word_template.blocks import IDS, NAME, REMARK, YEAR, foot, risk_table, title, totals
from word_template.writer import Cell, Row, Writer, each_year, tagged


def budget(w: Writer) -> None:
    """Write the budget summary."""
    w.reshape(wide=True)
    title(w, "สรุปงบประมาณ")
    years, year = "view.summary.years", YEAR
    w.heading(1, '{{ say("แยกตามมิติและปีงบประมาณ (บาท)") }}')
    rows = [
        Row(
            '{{ say("มิติ") }}',
            '{{ say("รายการ") }}',
            *each_year(years, "Table Head", year, "year"),
            '{{ say("รวม") }}',
            '{{ say("หมายเหตุ") }}',
            head=True,
        ),
        tagged("for dimension in view.summary.dimensions if dimension.totals is not none"),
        *totals("dimension.totals", "{{ dimension.number }}. {{ dimension.name }}", wide=True),
        tagged("endfor"),
        *totals("view.summary.totals", '{{ say("รวมทั้งสิ้น") }}', wide=True),
    ]
    w.table((5.4, 4.0, 0.6, 2.0, 0.6, 2.2, 3.6), rows)
    w.heading(1, '{{ say("รายการที่ใช้งบประมาณ (บาท)") }}')
    w.tag("if view.spending")
    rows = [
        Row(
            '{{ say("โครงการ/กิจกรรม/มาตรการ") }}',
            *each_year(years, "Table Head", year, "year"),
            '{{ say("รวม") }}',
            '{{ say("หมายเหตุ") }}',
            head=True,
        ),
        tagged("for row in view.spending"),
        tagged("set line = row.line"),
        Row(
            NAME,
            *each_year("line.cells", "Table Money", "{{ value|baht }}"),
            Cell("Table Money", "{{ row.total|total }}"),
            REMARK,
        ),
        tagged("endfor"),
    ]
    w.table((8.4, 0.6, 2.0, 0.6, 2.2, 4.6), rows)
    w.tag("else")
    w.text('{{ say("ไม่มี") }}')
    w.tag("endif")
    free = '{{ say("รายการที่ไม่ใช้งบประมาณ") }} {{ say("{n} รายการ", n=view.free|length) }}'
    w.text(free + "{% if view.free %}: " + IDS.format("view.free") + "{% endif %}")
    foot(w)


def risks(w: Writer) -> None:
    """Write the risk register."""
    w.reshape(wide=True)
    title(w, "ทะเบียนความเสี่ยงการทุจริต")
    risk_table(w)
    w.heading(1, '{{ say("ความครอบคลุมของมาตรการ") }}')
    w.heading(2, '{{ say("ความเสี่ยงที่ยังไม่มีมาตรการควบคุม") }}')
    w.tag("if view.uncovered")
    bare = '–\t{{ say("ความเสี่ยงที่ {n}", n=line.number) }} {{ line.process }}'
    w.each("view.risks.lines if line.number in view.uncovered", bare, "Bullet", "line")
    w.tag("else")
    w.text('{{ say("ไม่มี ทุกความเสี่ยงมีมาตรการควบคุม") }}')
    w.tag("endif")
    counted = ' {{{{ say("({{n}} รายการ)", n={0}|length) }}}}'
    w.heading(2, '{{ say("รายการที่ควบคุมความเสี่ยง") }}' + counted.format("view.linked"))
    w.tag("if view.linked")
    numbers = "{% for number in line.risks %}{{ number }}{{ ', ' if not loop.last }}{% endfor %}"
    w.table(
        (20.0, 5.0),
        [
            Row('{{ say("รายการ") }}', '{{ say("ควบคุมความเสี่ยงที่") }}', head=True),
            tagged("for line in view.linked"),
            Row("{{ line.id|printed }} {{ line.title }}", Cell("Table Centered", numbers)),
            tagged("endfor"),
        ],
    )
    w.tag("else")
    w.text('{{ say("ไม่มี") }}')
    w.tag("endif")
    w.heading(2, '{{ say("รายการที่ไม่ได้ควบคุมความเสี่ยงใด") }}' + counted.format("view.unlinked"))
    w.tag("if view.unlinked")
    w.each("view.unlinked", "–\t{{ line.id|printed }} {{ line.title }}", "Bullet", "line")
    w.tag("else")
    w.text('{{ say("ไม่มี") }}')
    w.tag("endif", "if view.unlinked_dimensions")
    dimensions = "{% for n in view.unlinked_dimensions %}{{ say('มิติที่ {n}', n=n) }}{{ ', ' if not loop.last }}{% endfor %}"
    w.text('{{ say("มิติที่ไม่มีรายการใดควบคุมความเสี่ยง") }}: ' + dimensions)
    w.tag("endif")
    foot(w)

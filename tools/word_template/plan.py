"""The Word template of the whole plan, in the order of the published document."""

from word_template.blocks import (
    DIMENSION,
    PERIOD,
    TARGET,
    fact,
    foot,
    notice,
    risk_table,
    summary_table,
)
from word_template.writer import Cell, Row, Writer, tagged

PLACE = '{{ say("อำเภอ") }}{{ office.district }} {{ say("จังหวัด") }}{{ office.province }}'
PART_2 = '{{ say("ส่วนที่ 2") }} {{ say("บัญชีสรุปโครงการ/กิจกรรม/มาตรการ และงบประมาณ") }}'
PART_3 = '{{ say("ส่วนที่ 3") }} {{ say("รายละเอียดโครงการ/กิจกรรม/มาตรการ") }}'


def plan(w: Writer) -> None:
    """Write the whole document, in the order of the published one."""
    w.tag("set head = view.head", "set front = view.front", "set office = head.organisation")
    cover(w)
    contents(w)
    part_1(w)
    part_2(w)
    part_3(w)
    annex(w)
    foot(w)


def cover(w: Writer) -> None:
    """Write the cover, which has no page number."""
    w.document.sections[0].different_first_page_header_footer = True
    notice(w)
    for _ in range(7):
        w.text("")
    w.text("{{ head.title }}", "Title")
    w.text("{{ office.name }}", "Subtitle")
    w.text(PLACE, "Centered")
    w.text(f"({PERIOD.format('head')})", "Subtitle")
    for _ in range(9):
        w.text("")
    w.tag("if office.office")
    w.text("{{ office.office }}", "Centered")
    w.tag("endif")
    w.text("{{ office.name }}", "Centered")
    w.tag("if office.telephone or office.fax")
    w.text(
        '{% if office.telephone %}{{ say("โทรศัพท์") }} {{ office.telephone }}{{ " " if office.fax }}{% endif %}'
        '{% if office.fax %}{{ say("โทรสาร") }} {{ office.fax }}{% endif %}',
        "Centered",
    )
    w.tag("endif", "if office.website")
    w.text("{{ office.website }}", "Centered")
    w.tag("endif")


def contents(w: Writer) -> None:
    """Write foreword and contents."""
    w.tag("if front")
    w.heading(1, '{{ say("คำนำ") }}', new_page=True)
    w.each("front.foreword.paragraphs", "{{ text }}", "Prose")
    w.each("front.foreword.signed_by", "{{ text }}", "Signature")
    w.tag("if front.foreword.date")
    w.text("{{ front.foreword.date }}", "Signature")
    w.tag("endif", "endif")
    w.text('{{ say("สารบัญ") }}', "TOC Heading", new_page=True)
    w.contents()


def part_1(w: Writer) -> None:
    """Write ส่วนที่ 1."""
    w.heading(1, '{{ say("ส่วนที่ 1") }} {{ say("บทนำ") }}', new_page=True)
    w.tag(
        "if front and (front.risk_assessment or front.corruption_kinds or front.corruption_causes)"
    )
    w.heading(2, '{{ say("การประเมินความเสี่ยงการทุจริตในองค์กร") }}')
    w.each("front.risk_assessment", "{{ text }}", "Prose")
    w.tag("if front.corruption_kinds")
    w.heading(4, '{{ say("ลักษณะการทุจริตในองค์กรปกครองส่วนท้องถิ่น") }}')
    w.numbered("front.corruption_kinds")
    w.tag("endif", "if front.corruption_causes")
    w.heading(4, '{{ say("สาเหตุและปัจจัยที่นำไปสู่การทุจริต") }}')
    w.tag("for cause in front.corruption_causes")
    w.text(
        (
            ("{{ loop.index }}.\t", None),
            ("{{ cause.name }}", "Strong"),
            (" {{ cause.text }}", None),
        ),
        "Numbered",
    )
    w.tag("endfor", "endif", "endif")
    w.section(wide=True)
    w.heading(2, '{{ say("ประเด็นการประเมินความเสี่ยงการทุจริต") }} {{ office.name }}')
    risk_table(w)
    w.section(wide=False)
    for name, of, runs, key in (
        ("หลักการและเหตุผล", "front.reasons", None, "text"),
        ("วัตถุประสงค์ของการจัดทำแผน", "front.objectives", "{{ text }}", "text"),
        ("เป้าหมาย", "view.goals", TARGET, "line"),
        ("ประโยชน์ของการจัดทำแผน", "front.benefits", "{{ text }}", "text"),
    ):
        w.tag(f"if front and {of}")
        w.heading(2, f'{{{{ say("{name}") }}}}')
        if runs is None:
            w.each(of, "{{ text }}", "Prose")
        else:
            w.numbered(of, runs, key)
        w.tag("endif")


def part_2(w: Writer) -> None:
    """Write ส่วนที่ 2, on its side."""
    w.section(wide=True)
    w.heading(1, PART_2)
    w.text("{{ head.title }} {{ office.name }} " + PLACE + f" ({PERIOD.format('head')})", "Note")
    w.tag("for dimension in view.summary.dimensions", "set last = loop.last", "if loop.first")
    w.heading(2, DIMENSION)
    w.tag("else")
    w.heading(2, DIMENSION, new_page=True)
    w.tag("endif")
    summary_table(w)
    w.tag("endfor")


def part_3(w: Writer) -> None:
    """Write ส่วนที่ 3: each sheet on a page of its own."""
    w.section(wide=False)
    w.heading(1, PART_3)
    w.text("{{ head.title }} {{ office.name }} " + f"({PERIOD.format('head')})", "Note")
    w.tag("set opened = namespace(part=true, dimension=true)", "for dimension in view.sheets")
    w.tag("if opened.part")
    w.heading(2, DIMENSION)
    w.tag("else")
    w.heading(2, DIMENSION, new_page=True)
    w.tag("endif", "set opened.part = false", "set opened.dimension = true")
    w.tag("for mission in dimension.missions", "for page in mission.pages")
    sheet_title = "{{ page.id|printed }} {{ page.kind }} : {{ page.title }}"
    w.tag("if opened.dimension")
    w.heading(3, sheet_title)
    w.tag("else")
    w.heading(3, sheet_title, new_page=True)
    w.tag("endif", "set opened.dimension = false")
    w.text("{{ mission.number }} {{ mission.name }}", "Under")
    heading = "{% if heading.number %}{{ heading.number }} {% endif %}{{ heading.name }}"
    w.each("page.headings", heading, "Under", "heading")
    sheet(w)
    w.tag("endfor", "endfor", "endfor")


def sheet(w: Writer) -> None:
    """Write the fields of the form, in its order."""
    w.tag("if page.sheet is none")
    w.text('{{ say("ไม่มีแบบรายละเอียดในเล่มที่ประกาศ") }}', "Note")
    w.tag("else")
    w.heading(4, '{{ say("หลักการและเหตุผล") }}')
    w.each("page.sheet.rationale", "{{ text }}", "Prose")
    w.heading(4, '{{ say("วัตถุประสงค์") }}')
    w.numbered("page.sheet.objectives")
    w.heading(4, '{{ say("กลุ่มเป้าหมาย") }}')
    w.tag("if page.sheet.target_group.groups|length == 1")
    w.text("{{ page.sheet.target_group.groups[0] }}{% if page.group %} {{ page.group }}{% endif %}")
    w.tag("else")
    w.numbered("page.sheet.target_group.groups")
    w.tag("if page.group")
    w.text("{{ page.group }}")
    w.tag("endif", "endif")
    w.heading(4, '{{ say("วิธีดำเนินการ") }}')
    w.tag("for step in page.sheet.steps recursive", "set mark = loop.index", "if loop.depth == 1")
    w.text("{{ mark }}.\t{{ step.text }}", "Numbered")
    w.tag("else")
    w.text("({{ mark }})\t{{ step.text }}", "Numbered 2")
    w.tag("endif")
    w.text("{{p loop(step.steps) }}", "Note")
    w.tag("endfor")
    period = '\t{{ say("ปีงบประมาณ") }} ' + PERIOD.format("page.sheet.period")
    w.text((('{{ say("ระยะเวลาดำเนินการ") }}', "Strong"), (period, None)), "Fact")
    fact(w, "งบประมาณดำเนินการ", "page.budget")
    fact(w, "ผู้รับผิดชอบ", "page.units")
    w.heading(4, '{{ say("ผลผลิต/ผลลัพธ์") }}')
    for name, of in (("ผลผลิต", "page.outputs"), ("ผลลัพธ์", "page.outcomes")):
        w.text(((f'{{{{ say("{name}") }}}}', "Strong"),))
        w.tag(f"for line in {of}")
        w.text("–\t" + TARGET, "Bullet")
        w.tag("else")
        w.text("–")
        w.tag("endfor")
    w.tag("if page.sheet.note")
    w.text('{{ say("หมายเหตุ") }}: {{ page.sheet.note }}', "Note")
    w.tag("endif", "endif")


def annex(w: Writer) -> None:
    """Write the annex."""
    w.heading(1, '{{ say("ภาคผนวก") }}', new_page=True)
    w.tag("if view.annex.documents")
    w.heading(2, '{{ say("รายการเอกสารในภาคผนวก") }}')
    missing = '{% if not document.included %} ({{ say("ไม่มีในเล่มที่ประกาศ") }}){% endif %}'
    w.numbered("view.annex.documents", "{{ document.title }}" + missing, "document")
    w.tag("endif", "for order in view.annex.orders")
    order(w)
    w.tag("endfor")
    w.heading(2, '{{ say("ข้อขัดแย้งของเอกสารที่รับทราบแล้ว") }}', new_page=True)
    w.tag("if view.annex.acknowledged")
    w.text('{{ say("หน่วยงานทราบข้อขัดแย้งต่อไปนี้ของเล่มที่ประกาศแล้ว และคงไว้ตามเหตุผลที่ระบุ") }}')
    w.tag("for conflict in view.annex.acknowledged")
    w.text(
        (
            ("{{ conflict.code|code }}", "Strong"),
            (" {{ conflict.message }} ({{ conflict.file|code }})", None),
        ),
        "Conflict",
    )
    w.text('{{ say("เหตุผล") }}: {{ conflict.reason }}', "Conflict Reason")
    w.tag("if conflict.source")
    w.text('{{ say("ที่มา") }}: {{ conflict.source }}', "Conflict Reason")
    w.tag("endif", "endfor", "else")
    w.text('{{ say("ไม่มี") }}')
    w.tag("endif")


def order(w: Writer) -> None:
    """Write one order with its working group."""
    w.heading(
        2, '{{ say("คำสั่ง") }}{{ office.name }} {{ say("ที่") }} {{ order.number }}', new_page=True
    )
    w.text('{{ say("เรื่อง") }} {{ order.title }}')
    w.tag("if order.amends")
    amended = '{% if order.amends.date %} {{ say("ลงวันที่") }} {{ order.amends.date }}{% endif %}'
    w.text('{{ say("แก้ไขคำสั่งที่") }} {{ order.amends.order }}' + amended)
    w.tag("endif")
    w.each("order.reasons", "{{ text }}", "Prose")
    w.heading(4, '{{ say("คณะทำงาน") }}')
    opened, closed = "{%tc if view.annex.names %}", "{%tc endif %}"
    heads = [f'{{{{ say("{name}") }}}}' for name in ("ลำดับที่", "ชื่อ", "ตำแหน่ง", "หน้าที่ในคณะทำงาน")]
    w.table(
        (1.6, 0.6, 5.0, 0.6, 5.4, 3.5),
        [
            Row(heads[0], opened, heads[1], closed, heads[2], heads[3], head=True),
            tagged("for member in order.members"),
            Row(
                Cell("Table Centered", "{{ loop.index }}"),
                opened,
                "{{ member.name }}",
                closed,
                "{{ member.position }}",
                "{{ member.role }}",
            ),
            tagged("endfor"),
        ],
    )
    w.tag("if order.duties")
    w.heading(4, '{{ say("หน้าที่") }}')
    w.numbered("order.duties")
    w.tag("endif")
    w.text('{{ say("สั่ง ณ วันที่") }} {{ order.date }}', "Signature")
    w.tag("if order.signature")
    w.text("({{ order.signature }})", "Signature")
    w.tag("endif", "if order.position")
    w.text("{{ order.position }}", "Signature")
    w.tag("endif")

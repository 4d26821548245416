"""What the checks found, acknowledged findings with their reasons among it."""

from collections.abc import Iterator

from antigraft.exports.table import OF_PLAN, PLAN, Column, Row, Table, Type, maybe
from antigraft.project import Checked


def _findings(checked: Checked) -> Iterator[Row]:
    for place, one in enumerate(checked.findings, start=1):
        found = (place, one.code, one.name, one.severity.value)
        where = (one.file, one.span.line, one.span.column, str(one.problem.place) or None)
        said = (one.problem.th, one.problem.en, one.problem.evidence or None)
        yield *found, one.acknowledged, one.reason, *where, *said


FINDINGS = Table(
    name="findings",
    th="ข้อที่พบจากการตรวจ รวมข้อที่รับทราบแล้วพร้อมเหตุผล",
    en="What the checks found, acknowledged findings with their reasons",
    key=("plan", "number"),
    columns=(
        PLAN,
        Column("number", Type.WHOLE, "ลำดับในแผนนี้", "place among those of the plan, first is 1"),
        Column("code", Type.TEXT, "รหัสกฎ เช่น AG201", "code of the rule, such as AG201"),
        Column("rule", Type.TEXT, "ชื่อกฎ", "name of the rule"),
        Column("severity", Type.CODE, "ระดับ: error warning note", "error, warning or note"),
        Column("acknowledged", Type.YES_NO, "รับทราบแล้ว", "the plan acknowledges it"),
        maybe("reason", Type.TEXT, "เหตุผลที่รับทราบ", "reason of the acknowledgement"),
        Column("file", Type.TEXT, "แฟ้ม", "file in the plan folder"),
        Column("line", Type.WHOLE, "บรรทัด", "line, first is 1"),
        Column("column", Type.WHOLE, "คอลัมน์", "column in code points, first is 1"),
        maybe("route", Type.TEXT, "ช่องในแฟ้ม", "keys that lead to the place"),
        Column("message_th", Type.TEXT, "ข้อความภาษาไทย", "message in Thai"),
        Column("message_en", Type.TEXT, "ข้อความภาษาอังกฤษ", "message in English"),
        maybe("evidence", Type.TEXT, "ข้อเท็จจริงอย่างย่อ", "the fact in short"),
    ),
    looked=_findings,
    links=(OF_PLAN,),
)

TABLES = (FINDINGS,)

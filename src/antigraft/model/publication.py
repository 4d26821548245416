"""Which reports ``antigraft render`` makes of a plan, and in which formats."""

from typing import Annotated

from antigraft.model.record import Part
from antigraft.values.scalar import Scalar
from antigraft.values.words import Word, word_parser


class ReportCode(Word):
    """The reports there are; a test shows that each has its module in ``antigraft.reports``."""

    PLAN = ("plan", "ทั้งเล่ม")
    BUDGET = ("budget", "สรุปงบประมาณ")
    RISKS = ("risks", "ทะเบียนความเสี่ยง")
    ITEMS = ("items", "แบบรายละเอียดรายรายการ")
    DASHBOARD = ("dashboard", "แดชบอร์ด")
    CONFLICTS = ("conflicts", "ข้อที่พบและข้อขัดแย้ง")
    DISCLOSURE = ("disclosure", "ข้อมูลเผยแพร่รายปี")
    PROGRESS = ("progress", "ผลการดำเนินการ")


class FormatCode(Word):
    """The formats there are. Not every report is made in every format."""

    HTML = ("html",)
    MARKDOWN = ("md", "markdown")
    PDF = ("pdf",)
    WORD = ("docx", "word")
    EXCEL = ("xlsx", "excel")


parse_report = word_parser(ReportCode, "ชื่อรายงาน", "a report")
parse_format = word_parser(FormatCode, "รูปแบบของรายงาน", "a format of reports")
ReportWord = Annotated[ReportCode, Scalar(parse_report)]
FormatWord = Annotated[FormatCode, Scalar(parse_format)]


class Publication(Part):
    """A report of the usual set; without ``formats`` it is made in the usual ones."""

    report: ReportWord
    formats: tuple[FormatWord, ...] = ()

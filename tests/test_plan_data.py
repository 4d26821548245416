"""plan/ against the audit of the published document, figure by figure.

The tables were written from the audit, not from the YAML. Titles stand as the document prints
them but for spaces; ``CORRECTED`` lists the letters that were misread or misprinted.
"""

import re
from decimal import Decimal
from typing import Any

import pytest

from antigraft.figures.budget import budget_table
from antigraft.model.indicator import Direction
from antigraft.model.item import Item, Sheet, indicators
from antigraft.model.order import Order
from antigraft.model.plan import Plan
from antigraft.values.money import Unpriced
from antigraft.values.years import ThaiDate
from plans import REAL, files_of, loaded

YEARS = (2566, 2567, 2568, 2569, 2570)

# Audit, section 5: what stands in titles -> what it is a misprint of.
CORRECTED = {
    "จำป่าโมง": "จำปาโมง",
    "องค์กรบริหารส่วนตำบล": "องค์การบริหารส่วนตำบล",
    "ความคุ้มครองการเบิกจ่ายเงิน": "การควบคุมการเบิกจ่ายเงิน",
    "พัฒนาคำสั่งด้านกฎหมาย": "พัฒนาความรู้ด้านกฎหมาย",
    "ในกิจกรรมองค์การบริหารส่วนตำบล": "ในกิจกรรมขององค์การบริหารส่วนตำบล",
    "ประชุมสภาสังกัจจายน์": "ประชุมสภาสัญจร",
}

# Audit, section 1: kind, title and budget of part 2, 2566 to 2570; the one cell of 2.2(7)-(10)
# is "shared" and the stacked cells of 3.1 are read as section 1.1 reads them.
PART_2: dict[str, tuple[str, str, str]] = {
    "1.1-01": (
        "โครงการ",
        "พัฒนาความรู้ด้านกฎหมายและระเบียบที่เกี่ยวข้องกับการปฏิบัติงานสำหรับบุคลากรองค์การบริหารส่วนตำบลจำปาโมงผู้บริหารและสมาชิกสภาท้องถิ่น",
        "50,000 - 50,000 - 50,000",
    ),
    "1.2-01": (
        "กิจกรรม",
        "ยกย่องและเชิดชูเกียรติแก่บุคคลหน่วยงานองค์กรดีเด่นผู้ทำคุณประโยชน์หรือเข้าร่วมในกิจกรรมของอบต.จำปาโมง",
        "-",
    ),
    "1.3-01": (
        "โครงการ",
        "ประกวดคำขวัญต่อต้านการทุจริต",
        "- - 30,000 - 30,000",
    ),
    "2.1-01": (
        "โครงการ",
        "เสริมสร้างความโปร่งใสในการบริหารงบประมาณ",
        "-",
    ),
    "2.1-02": (
        "มาตรการ",
        "เปิดเผยข้อมูลสาธารณะและกำกับติดตามการเผยแพร่ข้อมูลสาธารณะขององค์การบริหารส่วนตำบลจำปาโมง",
        "-",
    ),
    "2.2-01": (
        "โครงการ",
        "เสริมสร้างวัฒนธรรมการให้บริการอย่างเท่าเทียมกัน",
        "-",
    ),
    "2.2-02": (
        "มาตรการ",
        "ส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลจำปาโมง",
        "-",
    ),
    "2.2-03": (
        "มาตรการ",
        "สร้างความโปร่งใสในการบริหารงานบุคคล",
        "-",
    ),
    "2.2-04": (
        "กิจกรรม",
        "สร้างความโปร่งใสในการพิจารณาเลื่อนขั้นเงินเดือน",
        "-",
    ),
    "2.2-05": (
        "กิจกรรม",
        "ความคุ้มครองการเบิกจ่ายเงินตามข้อบัญญัติงบประมาณรายจ่ายประจำปี",
        "-",
    ),
    "2.2-06": (
        "โครงการ",
        "เสริมสร้างความโปร่งใสในการใช้ทรัพย์สินของทางราชการ",
        "-",
    ),
    "2.2-07": (
        "โครงการ",
        "ประเมินความพึงพอใจของประชาชนที่มีต่อการให้บริการขององค์กรปกครองส่วนท้องถิ่น",
        "shared",
    ),
    "2.2-08": (
        "กิจกรรม",
        "การใช้บัตรคิวในการติดต่อราชการ",
        "shared",
    ),
    "2.2-09": (
        "โครงการ",
        "พัฒนาระบบการให้บริการประชาชนผ่านระบบอิเล็กทรอนิกส์",
        "shared",
    ),
    "2.2-10": (
        "มาตรการ",
        "จัดทำแผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส",
        "shared",
    ),
    "2.3-01": (
        "กิจกรรม",
        "การจัดทำข้อตกลงการปฏิบัติราชการขององค์การบริหารส่วนตำบลจำป่าโมง",
        "-",
    ),
    "2.3-02": (
        "มาตรการ",
        "กระจายอำนาจขององค์การบริหารส่วนตำบลจำป่าโมง",
        "-",
    ),
    "3.1-01": (
        "โครงการ",
        "จัดเวทีประชาคม",
        "30,000 30,000 30,000 30,000 30,000",
    ),
    "3.1-02": (
        "กิจกรรม",
        "การประเมินผลการปฏิบัติราชการขององค์การบริหารส่วนตำบลจำป่าโมง",
        "-",
    ),
    "3.1-03": (
        "โครงการ",
        "ประชุมสัญจร",
        "100,000 100,000 100,000 100,000 100,000",
    ),
    "3.2-01": (
        "มาตรการ",
        "จัดการเรื่องราวร้องทุกข์ร้องเรียนขององค์การบริหารส่วนตำบลจำป่าโมง",
        "-",
    ),
    "3.3-01": (
        "กิจกรรม",
        "การบูรณาการทุกภาคส่วนเพื่อต่อต้านการทุจริต",
        "-",
    ),
    "4.1-01": (
        "โครงการ",
        "จัดทำแผนการตรวจสอบภายในประจำปี",
        "-",
    ),
    "4.1-02": (
        "กิจกรรม",
        "การติดตามประเมินผลการควบคุมภายใน",
        "-",
    ),
    "4.1-03": (
        "มาตรการ",
        "บริหารจัดการความเสี่ยงการทุจริตขององค์การบริหารส่วนตำบลจำปาโมง",
        "-",
    ),
    "4.2-01": (
        "โครงการ",
        "ส่งเสริมความรู้ด้านกฎระเบียบและกฎหมายที่เกี่ยวข้องสำหรับผู้บริหารและสมาชิกสภาท้องถิ่น",
        "100,000 - 100,000 - 100,000",
    ),
    "4.3-01": (
        "มาตรการ",
        "จัดการในกรณีได้ทราบหรือรับแจ้งหรือตรวจสอบพบการทุจริตขององค์การบริหารส่วนตำบลจำปาโมง",
        "-",
    ),
}

PART_3: dict[str, tuple[str, str, str, str]] = {
    "1.1-01": (
        "โครงการ",
        "พัฒนาคำสั่งด้านกฎหมายและระเบียบที่เกี่ยวข้องกับการปฏิบัติงานสำหรับบุคลากรองค์การบริหารส่วนตำบลจำปาโมงผู้บริหารและสมาชิกสภาท้องถิ่น",
        "unspecified",
        "สำนักปลัด กิจการสภา / งานการเจ้าหน้าที่",
    ),
    "1.2-01": (
        "กิจกรรม",
        "ยกย่องและเชิดชูเกียรติแก่บุคคลหน่วยงานองค์กรดีเด่นผู้ทำคุณประโยชน์หรือเข้าร่วมในกิจกรรมองค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "ทุกสำนัก/กอง",
    ),
    "1.3-01": (
        "โครงการ",
        "ประกวดคำขวัญต่อต้านการทุจริต",
        "30,000",
        "สำนักปลัด งานบริหารงานทั่วไป กองการศึกษา ศาสนาและวัฒนธรรม",
    ),
    "2.1-01": (
        "โครงการ",
        "เสริมสร้างความโปร่งใสในการบริหารงบประมาณ",
        "none",
        "กองคลัง งานการเงิน งานการบัญชี งานพัสดุและทรัพย์สิน",
    ),
    "2.1-02": (
        "มาตรการ",
        "เปิดเผยข้อมูลสาธารณะและกำกับติดตามการเผยแพร่ข้อมูลสาธารณะขององค์การบริหารส่วนตำบลจำปาโมง",
        "unspecified",
        "ทุกส่วนราชการ (ทุกสำนัก/กอง)",
    ),
    "2.2-01": (
        "โครงการ",
        "เสริมสร้างวัฒนธรรมการให้บริการอย่างเท่าเทียมกัน",
        "none",
        "ทุกสำนัก/กอง",
    ),
    "2.2-03": (
        "มาตรการ",
        "การสร้างความโปร่งใสในการบริหารงานบุคคล",
        "none",
        "สำนักปลัด งานการเจ้าหน้าที่",
    ),
    "2.2-04": (
        "กิจกรรม",
        "การสร้างความโปร่งใสในการพิจารณาเลื่อนขั้นเงินเดือน",
        "none",
        "สำนักปลัด งานการเจ้าหน้าที่",
    ),
    "2.2-05": (
        "กิจกรรม",
        "การควบคุมการเบิกจ่ายเงินตามข้อบัญญัติงบประมาณรายจ่ายประจำปี",
        "none",
        "หัวหน้าสำนัก/ผู้อำนวยการกองฯ ทุกสำนัก/กอง",
    ),
    "2.2-06": (
        "มาตรการ",
        "เสริมสร้างความโปร่งใสในการใช้ทรัพย์สินของทางราชการ",
        "none",
        "กองคลัง งานพัสดุ และทะเบียนและทรัพย์สิน",
    ),
    "2.2-07": (
        "โครงการ",
        "ประเมินความพึงพอใจของประชาชนที่มีต่อการให้บริการขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "สำนักปลัด งานบริหารงานทั่วไป งานการเจ้าหน้าที่",
    ),
    "2.2-08": (
        "กิจกรรม",
        "การใช้บัตรคิวในการติดต่อราชการ",
        "none",
        "ทุกส่วนราชการ ทุกสำนัก/กอง",
    ),
    "2.2-09": (
        "โครงการ",
        "พัฒนาระบบการให้บริการประชาชนผ่านระบบอิเล็กทรอนิกส์(E-Service)",
        "none",
        "ทุกสำนัก/กอง",
    ),
    "2.2-10": (
        "มาตรการ",
        "จัดทำแผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส",
        "none",
        "ทุกสำนัก/กอง/นิติกร",
    ),
    "2.3-01": (
        "กิจกรรม",
        "การจัดทำข้อตกลงการปฏิบัติราชการขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "ทุกสำนัก/กอง ขององค์การบริหารส่วนตำบลจำปาโมง",
    ),
    "2.3-02": (
        "มาตรการ",
        "การกระจายอำนาจขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "สำนักปลัด งานการเจ้าหน้าที่",
    ),
    "3.1-01": (
        "โครงการ",
        "จัดเวทีประชาคมท้องถิ่น",
        "unspecified",
        "สำนักปลัด งานวิเคราะห์นโยบายและแผน / กองสวัสดิการสังคม งานพัฒนาชุมชน",
    ),
    "3.1-02": (
        "กิจกรรม",
        "การประเมินผลการปฏิบัติราชการขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "สำนักปลัด งานบริหารงานทั่วไป",
    ),
    "3.1-03": (
        "โครงการ",
        "ประชุมสภาสังกัจจายน์",
        "100,000",
        "สำนักปลัด งานกิจการสภา / งานวิเคราะห์นโยบายและแผน / งานบริหารงานทั่วไป",
    ),
    "3.2-01": (
        "มาตรการ",
        "จัดการเรื่องราวร้องทุกข์ขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "สำนักปลัด งานคดีและกฎหมาย",
    ),
    "3.3-01": (
        "กิจกรรม",
        "การบูรณาการทุกภาคส่วนเพื่อต่อต้านการทุจริต",
        "none",
        "สำนักปลัด",
    ),
    "4.1-01": (
        "กิจกรรม",
        "การจัดทำแผนการตรวจสอบภายในประจำปี",
        "none",
        "ผู้รับผิดชอบงานตรวจสอบภายในขององค์การบริหารส่วนตำบลจำปาโมง",
    ),
    "4.1-02": (
        "กิจกรรม",
        "ติดตามประเมินผลการควบคุมภายใน",
        "none",
        "ผู้ตรวจสอบภายใน",
    ),
    "4.1-03": (
        "มาตรการ",
        "บริหารจัดการความเสี่ยงการทุจริตขององค์กรบริหารส่วนตำบลจำปาโมง",
        "none",
        "ผู้ตรวจสอบภายใน/งานคดีและกฎหมาย สำนักปลัด",
    ),
    "4.2-01": (
        "โครงการ",
        "ส่งเสริมความรู้ด้านกฎระเบียบและกฎหมายที่เกี่ยวข้องสำหรับผู้บริหารและสมาชิกสภาท้องถิ่น",
        "100,000",
        "สำนักปลัด งานกิจการสภา",
    ),
    "4.3-01": (
        "มาตรการ",
        "จัดการในกรณีได้ทราบหรือรับแจ้งหรือตรวจสอบพบการทุจริตขององค์การบริหารส่วนตำบลจำปาโมง",
        "none",
        "สำนักปลัด งานคดีและกฎหมาย / งานการเจ้าหน้าที่",
    ),
}

# Audit, section 2.2: every threshold of the 26 sheets.
AT_LEAST, EXACTLY = Direction.AT_LEAST, Direction.EXACTLY
DECREASE, DECREASE_BY = Direction.DECREASE, Direction.DECREASE_BY
PERCENT = "ร้อยละ"
THRESHOLDS: list[tuple[str, str, Direction, int | None, str | None, str | None]] = [
    ("1.1-01", "outputs", AT_LEAST, 1, "ครั้ง", "year"),
    ("1.1-01", "outputs", AT_LEAST, 75, PERCENT, None),
    ("1.3-01", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("2.1-01", "outputs", AT_LEAST, 3, "ช่องทาง", None),
    ("2.1-01", "outputs", EXACTLY, 1, "ครั้ง", None),
    ("2.1-01", "outcomes", Direction.NONE, 0, None, "year"),
    ("2.1-02", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("2.2-01", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("2.2-01", "outcomes", DECREASE, None, None, None),
    ("2.2-03", "outputs", EXACTLY, 1, "มาตรการ", None),
    ("2.2-03", "outcomes", Direction.NONE, 0, None, None),
    ("2.2-04", "outputs", AT_LEAST, 85, PERCENT, None),
    ("2.2-04", "outcomes", Direction.NONE, 0, None, None),
    ("2.2-05", "outputs", AT_LEAST, 1, "ครั้ง", "quarter"),
    ("2.2-05", "outcomes", DECREASE_BY, 80, PERCENT, None),
    ("2.2-06", "outputs", AT_LEAST, 1, "ฉบับ", None),
    ("2.2-06", "outcomes", DECREASE, None, None, None),
    ("2.2-07", "outcomes", Direction.NONE, 0, None, None),
    ("2.2-08", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("2.2-08", "outcomes", Direction.NONE, 0, None, None),
    ("2.2-09", "outputs", AT_LEAST, 1, "ภารกิจ", None),
    ("2.2-09", "outcomes", Direction.DECREASE_OR_NONE, None, None, None),
    ("2.2-10", "outcomes", AT_LEAST, 85, "คะแนน", None),
    ("2.3-01", "outcomes", Direction.NONE, 0, None, None),
    ("2.3-02", "outputs", AT_LEAST, 4, "ฉบับ", None),
    ("2.3-02", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("2.3-02", "outcomes", Direction.NONE, 0, None, None),
    ("3.1-03", "outputs", AT_LEAST, 3, "ครั้ง", "year"),
    ("3.2-01", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("3.3-01", "outputs", AT_LEAST, 1, "เครือข่าย", None),
    ("4.1-01", "outcomes", DECREASE_BY, 5, PERCENT, None),
    ("4.1-02", "outputs", AT_LEAST, 80, PERCENT, None),
    ("4.1-02", "outcomes", AT_LEAST, 80, PERCENT, None),
    ("4.1-02", "outcomes", Direction.NONE, 0, None, None),
    ("4.1-03", "outputs", EXACTLY, 1, "ชุด", None),
    ("4.1-03", "outputs", AT_LEAST, 5, "เรื่อง", None),
    ("4.1-03", "outputs", AT_LEAST, 1, "ช่องทาง", None),
    ("4.1-03", "outcomes", DECREASE, None, None, None),
    ("4.2-01", "outputs", AT_LEAST, 1, "ครั้ง", "year"),
    ("4.2-01", "outputs", AT_LEAST, 80, PERCENT, None),
]

# Audit, section 2.2: how many outputs and outcomes each sheet prints, and what stands in brackets.
COUNTS = {
    "1.1-01": (2, 1),
    "1.2-01": (1, 1),
    "1.3-01": (1, 1),
    "2.1-01": (2, 1),
    "2.1-02": (4, 1),
    "2.2-01": (2, 2),
    "2.2-03": (1, 1),
    "2.2-04": (1, 1),
    "2.2-05": (2, 1),
    "2.2-06": (1, 1),
    "2.2-07": (1, 1),
    "2.2-08": (1, 2),
    "2.2-09": (1, 2),
    "2.2-10": (1, 1),
    "2.3-01": (1, 1),
    "2.3-02": (1, 2),
    "3.1-01": (1, 3),
    "3.1-02": (2, 1),
    "3.1-03": (1, 5),
    "3.2-01": (5, 1),
    "3.3-01": (1, 1),
    "4.1-01": (2, 3),
    "4.1-02": (2, 3),
    "4.1-03": (3, 1),
    "4.2-01": (2, 1),
    "4.3-01": (1, 1),
}
MEASURED = [
    ("1.1-01", "outputs", 1, "แบบทดสอบ/แบบประเมิน"),
    ("1.1-01", "outcomes", 0, "แบบประเมินติดตามผล/แบบสอบถามประชาชน"),
    ("1.3-01", "outcomes", 0, "แบบประเมินผล"),
    ("2.1-02", "outcomes", 0, "แบบประเมินความพึงพอใจ"),
    ("2.2-01", "outcomes", 0, "แบบประเมินความพึงพอใจในการให้บริการ"),
    ("2.2-04", "outputs", 0, "แบบประเมิน"),
    ("2.2-08", "outcomes", 0, "แบบประเมินความพึงพอใจการให้บริการ"),
    ("2.3-02", "outcomes", 0, "แบบประเมินความพึงพอใจการให้บริการ"),
    (
        "4.3-01",
        "outcomes",
        0,
        "จำนวนข้อร้องเรียนจากประชาชน และจำนวนเบาะแสที่ประชาชนแจ้งหน่วยงาน",
    ),
]

# Audit, section 3: issues, level and controls; kinds where the risk table prints another one.
RISKS: dict[int, tuple[int, str, str]] = {
    1: (2, "ปานกลาง", "2.1-01 4.1-03 1.1-01"),
    2: (3, "สูง", "2.2-03 2.2-04"),
    3: (3, "ปานกลาง", "2.2-05 4.1-01 2.1-02 2.2-06"),
    4: (4, "สูง", "2.2-09 2.2-07 2.2-08 2.2-01"),
}
PROCESSES = {
    1: "การบริหารงานของหน่วยงานและการปฏิบัติงานของบุคลากร",
    2: "การบริหารงานบุคคล",
    3: "การบริหารการเงินงบประมาณการจัดซื้อจัดจ้างการบริหารพัสดุและการใช้ประโยชน์ทรัพย์สินของทางราชการ",
    4: "การให้บริการสาธารณะ/การบริการประชาชน",
}
CONTROLS = {
    "2.1-01": "โครงการสร้างความโปร่งใสในการบริหารงบประมาณ",
    "4.1-03": "มาตรการบริหารจัดการความเสี่ยงการทุจริตของอบต.จำปาโมง",
    "1.1-01": (
        "โครงการพัฒนาความรู้ด้านกฎหมายและระเบียบที่เกี่ยวข้องกับการปฏิบัติงาน"
        "สำหรับบุคลากรของหน่วยงานผู้บริหารและสมาชิกสภาท้องถิ่น"
    ),
    "2.2-03": "มาตรการสร้างความโปร่งใสในการบริหารงานบุคคล",
    "2.2-04": "กิจกรรมสร้างความโปร่งใสในการพิจารณาเลื่อนขั้นเงินเดือนของบุคลากร",
    "2.2-05": "มาตรการควบคุมการเบิกจ่ายเงินตามข้อบัญญัติงบประมาณรายจ่ายประจำปี",
    "4.1-01": "โครงการจัดทำแผนตรวจสอบภายในประจำปี",
    "2.1-02": "มาตรการเปิดเผยข้อมูลสาธารณะและกำกับติดตามการเผยแพร่ข้อมูลสาธารณะของอบต.",
    "2.2-06": "โครงการเสริมสร้างความโปร่งใสในการใช้ทรัพย์สินของทางราชการ",
    "2.2-09": "โครงการพัฒนาระบบการให้บริการประชาชนผ่านระบบอิเล็กทรอนิกส์",
    "2.2-07": "โครงการประเมินความพึงพอใจของประชาชนที่มีต่อการให้บริการของอบต.จำปาโมง",
    "2.2-08": "กิจกรรมการใช้บัตรคิวในการติดต่อราชการ",
    "2.2-01": "โครงการเสริมสร้างวัฒนธรรมการให้บริการอย่างเท่าเทียมกัน",
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    result = loaded(files_of(REAL))
    assert result.faults == ()
    assert result.plan
    assert result.plan.broken == ()
    return result.plan


def corrected(printed: str) -> str:
    """Correct the misprints of the audit's own list and nothing else."""
    for wrong, right in CORRECTED.items():
        printed = printed.replace(wrong, right)
    return printed


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def sheet_of(plan: Plan, item_id: str) -> Sheet:
    item = plan.item(item_id)
    assert item
    assert item.sheet
    return item.sheet


def count(values: list[str]) -> dict[str, int]:
    return {value: values.count(value) for value in dict.fromkeys(values)}


# Part 2


def test_items_dimensions_and_missions(plan: Plan) -> None:
    assert [item.id for item in plan.items] == list(PART_2)
    assert len(plan.items) == plan.charter.declared.items == 27
    assert [len(plan.items_of(number)) for number in (1, 2, 3, 4)] == [3, 14, 5, 5]
    assert [row.declared.items for row in plan.charter.dimensions] == [3, 14, 5, 5]
    assert [mission.number for mission in plan.charter.missions] == (
        ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3"]
    )
    missions = [item.mission for item in plan.items]
    assert list(count(missions).values()) == [1, 1, 1, 2, 10, 2, 3, 1, 1, 3, 1, 1]
    assert plan.years == YEARS


def test_kinds_of_part_2(plan: Plan) -> None:
    assert {item.id: item.kind.thai for item in plan.items} == {
        k: row[0] for k, row in PART_2.items()
    }
    kinds = [item.kind.thai for item in plan.items]
    assert count(kinds) == {"โครงการ": 11, "กิจกรรม": 8, "มาตรการ": 8}


@pytest.mark.parametrize("item_id", PART_2)
def test_titles_of_part_2(plan: Plan, item_id: str) -> None:
    item = plan.item(item_id)
    assert item
    assert bare(item.title) == corrected(PART_2[item_id][1])


@pytest.mark.parametrize("item_id", PART_2)
def test_cells_of_part_2(plan: Plan, item_id: str) -> None:
    printed = PART_2[item_id][2].split()
    item = plan.item(item_id)
    assert item
    if printed == ["shared"]:
        assert item.budget.word is Unpriced.SHARED
        return
    cells = [
        Unpriced.NONE if cell == "-" else Decimal(cell.replace(",", ""))
        for cell in (printed * 5 if len(printed) == 1 else printed)
    ]
    assert [item.cell(year) for year in YEARS] == cells


def test_the_shared_cell_and_the_printed_totals(plan: Plan) -> None:
    (line,) = plan.charter.shared_budgets
    assert line.items == tuple(k for k, row in PART_2.items() if row[2] == "shared")
    assert list(line.budget.items()) == [(year, Decimal(20000)) for year in YEARS]
    assert [declared(dimension.declared.budget) for dimension in plan.charter.dimensions] == [
        "50,000 - 80,000 - 80,000",
        "320,000 20,000 20,000 20,000 20,000",
        "130,000 130,000 130,000 130,000 130,000",
        "100,000 - 100,000 - 100,000",
    ]
    assert declared(plan.charter.declared.budget) == "600,000 150,000 330,000 150,000 330,000"


def declared(budget: Any) -> str:
    """Write declared cells as the document prints them."""
    assert tuple(budget) == YEARS
    return " ".join("-" if cell is Unpriced.NONE else f"{cell:,}" for cell in budget.values())


def test_rows_add_up_in_19_of_20_cells(plan: Plan) -> None:
    table = budget_table(plan.charter, plan.items)
    gaps = {
        (row.number, year): row.difference(year)
        for row in table.rows
        for year in YEARS
        if row.difference(year)
    }
    assert gaps == {(2, 2566): Decimal(300000)}
    assert {
        year: table.total.difference(year) for year in YEARS if table.total.difference(year)
    } == {2566: Decimal(300000)}


# Part 3


def test_sheets_and_their_kinds(plan: Plan) -> None:
    with_sheet = [item for item in plan.items if item.sheet]
    assert [item.id for item in with_sheet] == list(PART_3)
    assert len(with_sheet) == 26
    kinds = {item.id: printed_kind(item) for item in with_sheet}
    assert kinds == {item_id: row[0] for item_id, row in PART_3.items()}
    assert count(list(kinds.values())) == {"โครงการ": 9, "กิจกรรม": 9, "มาตรการ": 8}
    stated = {i.id: i.sheet.kind.value for i in with_sheet if i.sheet and i.sheet.kind}
    assert stated == {"2.2-06": "measure", "4.1-01": "activity"}


def printed_kind(item: Item) -> str:
    kind = (item.sheet.kind if item.sheet else None) or item.kind
    return kind.thai


@pytest.mark.parametrize("item_id", PART_3)
def test_titles_of_part_3(plan: Plan, item_id: str) -> None:
    item, sheet = plan.item(item_id), sheet_of(plan, item_id)
    assert item
    printed = corrected(PART_3[item_id][1])
    assert bare(sheet.title or item.title) == printed
    assert (sheet.title is None) == (bare(item.title) == printed), "a title only where it differs"


def test_budget_words_of_part_3(plan: Plan) -> None:
    words = {}
    for item_id in PART_3:
        budget = sheet_of(plan, item_id).budget
        words[item_id] = budget.word.value if budget.word else f"{budget.each_year:,}"
        assert budget.by_year == {}
    assert words == {item_id: row[2] for item_id, row in PART_3.items()}
    classes = [word if word in ("none", "unspecified") else "amount" for word in words.values()]
    assert count(classes) == {"unspecified": 3, "none": 20, "amount": 3}


@pytest.mark.parametrize("item_id", PART_3)
def test_units_of_part_3(plan: Plan, item_id: str) -> None:
    units = " ".join(str(unit) for unit in sheet_of(plan, item_id).responsible)
    assert sorted(re.split(r"[\s/]+", units)) == sorted(re.split(r"[\s/]+", PART_3[item_id][3]))


def test_periods_and_target_numbers(plan: Plan) -> None:
    assert {sheet_of(plan, item_id).period.years for item_id in PART_3} == {YEARS}
    numbers = {i: sheet_of(plan, i).target_group for i in PART_3}
    stated = {i: (group.number, group.unit) for i, group in numbers.items() if group.number}
    assert stated == {"1.1-01": (94, "คน"), "1.3-01": (500, "คน")}


def test_headings_of_part_3(plan: Plan) -> None:
    headings = {item_id: " ".join(sheet_of(plan, item_id).headings) for item_id in PART_3}
    assert headings == {
        **dict.fromkeys(("1.1-01", "1.2-01", "1.3-01"), ""),
        "2.1-01": "2.1.1",
        "2.1-02": "2.1.2",
        **{item_id: "2.2.1" for item_id in PART_3 if item_id.startswith("2.2")},
        "2.3-01": "2.3.1",
        "2.3-02": "2.3.2",
        "3.1-01": "3.1.1",
        "3.1-02": "3.1.2",
        "3.1-03": "3.1.2",
        "3.2-01": "3.2.1 3.2.2 3.2.3",
        "3.3-01": "3.3.1",
        "4.1-01": "4.1.1",
        "4.1-02": "4.1.2",
        "4.1-03": "4.1.3",
        "4.2-01": "4.2.1",
        "4.3-01": "4.3.1",
    }


def test_thresholds(plan: Plan) -> None:
    found = [
        (item_id, section, row.direction, row.number, row.unit, row.per and row.per.value)
        for item_id in PART_3
        for section, _, row in indicators(sheet_of(plan, item_id))
        if row.direction not in (None, Direction.EXISTS)
    ]
    assert found == THRESHOLDS


def test_what_has_no_threshold_has_no_number(plan: Plan) -> None:
    for item_id in PART_3:
        for _, _, row in indicators(sheet_of(plan, item_id)):
            if row.direction in (None, Direction.EXISTS):
                assert (row.number, row.unit, row.per) == (None, None, None)


def test_every_bullet_is_an_indicator(plan: Plan) -> None:
    sheets = {item_id: sheet_of(plan, item_id) for item_id in PART_3}
    assert {i: (len(s.outputs), len(s.outcomes)) for i, s in sheets.items()} == COUNTS


def test_how_indicators_are_measured(plan: Plan) -> None:
    assert [
        (item_id, section, index, row.measured_by)
        for item_id in PART_3
        for section, index, row in indicators(sheet_of(plan, item_id))
        if row.measured_by
    ] == MEASURED


def test_indicator_texts_leave_the_target_to_the_fields(plan: Plan) -> None:
    """Reports write the target behind the text, so the text must not say it again."""
    target = re.compile("ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|ร้อยละ|ลดลง|เกิดขึ้น|จำนวน \\d|^มี")
    rows = [row for i in PART_3 for _, _, row in indicators(sheet_of(plan, i))]
    assert plan.front
    assert [row.text for row in (*rows, *plan.front.goals) if target.search(row.text)] == []


def test_quantities_counted_in_several_items(plan: Plan) -> None:
    found: dict[str, list[tuple[str, str]]] = {}
    for item_id in PART_3:
        for _, _, row in indicators(sheet_of(plan, item_id)):
            if row.quantity and row.direction:
                found.setdefault(row.quantity, []).append((item_id, row.direction.value))
    assert found == {
        "ข้อร้องเรียนการให้บริการที่ไม่เป็นธรรม": [
            ("2.2-01", "decrease"),
            ("2.2-07", "none"),
            ("2.2-09", "decrease_or_none"),
        ],
        "การทุจริตในองค์กร": [
            ("4.1-01", "decrease_by"),
            ("4.1-02", "none"),
            ("4.1-03", "decrease"),
        ],
    }


# Part 1 and the annex


def test_risks(plan: Plan) -> None:
    assert {
        risk.id: (
            len(risk.issues),
            risk.level and risk.level.thai,
            " ".join(control.item for control in risk.controls),
        )
        for risk in plan.risks
    } == RISKS
    assert {risk.id: bare(risk.process) for risk in plan.risks} == PROCESSES
    assert sum(len(risk.issues) for risk in plan.risks) == 12
    for risk in plan.risks:
        assert (risk.likelihood, risk.impact, risk.residual) == (None, None, None)
        assert (risk.owner, risk.assessed) == (None, None)
    assert plan.charter.risk_scale.preset == "words"


def test_controls_as_the_risk_table_names_them(plan: Plan) -> None:
    controls = [control for risk in plan.risks for control in risk.controls]
    assert len(controls) == len({control.item for control in controls}) == 13
    for control in controls:
        item = plan.item(control.item)
        assert item
        kind, title = control.kind or item.kind, control.title or item.title
        assert kind.thai + bare(title) == CONTROLS[control.item]
        same = kind.thai + bare(item.title) == CONTROLS[control.item]
        assert (control.title is None) == same, "a title only where it differs"
    assert [control.item for control in controls if control.kind] == ["2.2-05"]


def order_row(order: Order) -> tuple[str, ThaiDate, int, int]:
    return order.number, order.date, len(order.members), len(order.duties)


def test_orders(plan: Plan) -> None:
    assert [order_row(order) for order in plan.orders] == [
        ("207/2565", ThaiDate(2565, 3, 24), 11, 6),
        ("555/2565", ThaiDate(2565, 8, 8), 2, 6),
    ]
    first, second = plan.orders
    assert first.amends is None
    assert second.amends
    assert (second.amends.order, second.amends.date) == ("151/2565", ThaiDate(2565, 7, 4))
    assert [member.role for member in first.members] == [
        "ประธานคณะกรรมการ",
        *["คณะทำงาน"] * 8,
        "คณะทำงานและเลขานุการ",
        "ผู้ช่วยเลขานุการ",
    ]
    assert [member.role for member in second.members] == ["คณะทำงานและเลขานุการ", "ผู้ช่วยเลขานุการ"]
    assert {order.signed_by.name for order in plan.orders if order.signed_by} == {"นายอาจอง กองมณี"}


def test_annex(plan: Plan) -> None:
    """The contents list order 595/2565; the annex has 555/2565 and no announcement."""
    assert [(entry.order, entry.included) for entry in plan.charter.annex] == [
        (None, False),
        ("207/2565", True),
        ("595/2565", True),
        (None, True),
    ]


def test_front(plan: Plan) -> None:
    front = plan.front
    assert front
    assert len(front.corruption_kinds) == len(front.corruption_causes) == 7
    assert len(front.objectives) == len(front.benefits) == 5
    assert front.foreword.date == "กันยายน 2565"
    cases, passed = front.goals
    assert (cases.direction, cases.number, cases.unit) == (DECREASE_BY, Decimal(50), PERCENT)
    assert (passed.number, passed.unit, passed.pass_mark) == (Decimal(100), PERCENT, Decimal(85))
    assert passed.direction in (AT_LEAST, EXACTLY)
    assert {goal.year for goal in front.goals} == {2570}
    assert cases.baseline is None


def test_organisation(plan: Plan) -> None:
    organisation = plan.charter.organisation
    assert (organisation.name, organisation.short_name) == (
        "องค์การบริหารส่วนตำบลจำปาโมง",
        "อบต.จำปาโมง",
    )
    assert (organisation.district, organisation.province) == ("บ้านผือ", "อุดรธานี")
    assert (organisation.telephone, organisation.fax) == ("042 151066", "042 217477")
    assert organisation.website == "www.jampamong.go.th"

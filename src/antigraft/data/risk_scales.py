"""Risk scales in use in Thai public offices: data, one entry a scale.

No threshold is universal: a plan names its scale and every report prints the name. ``levels``
gives the lowest score (likelihood × impact) of each level, ``size`` the highest likelihood and
impact. A scale without ``levels`` has words only: no score is computed. This is a Python literal
and not a file of another format because every check reads it, and parsing one costs a tenth of
a run.
"""

from typing import Any

RISK_SCALES: dict[str, dict[str, Any]] = {
    "words": {
        "name_th": "ระดับตามเอกสาร",
        "name_en": "levels as printed",
        "source": "ระดับเป็นถ้อยคำตามที่แผนพิมพ์ไว้ ไม่มีค่าโอกาส ผลกระทบ หรือคะแนน",
    },
    "fang-kham": {
        "name_th": "เกณฑ์ อบต.ฝางคำ (5×5)",
        "name_en": "Fang Kham SAO (5 by 5)",
        "source": "แผนบริหารความเสี่ยง อบต.ฝางคำ พ.ศ. 2570"
        " ตามแนวทางหนังสือ มท 0805.2/ว 3482 (18 ส.ค. 2566)",
        "size": 5,
        "levels": {"low": 1, "medium": 5, "high": 10, "very_high": 15},
    },
    "motorway": {
        "name_th": "เกณฑ์กองทางหลวงพิเศษระหว่างเมือง กรมทางหลวง (5×5)",
        "name_en": "Intercity motorway division, Department of Highways (5 by 5)",
        "source": "ระบบติดตามปัจจัยเสี่ยง กองทางหลวงพิเศษระหว่างเมือง พ.ศ. 2568",
        "size": 5,
        "levels": {"low": 1, "medium": 4, "high": 10, "very_high": 17},
    },
    "swu": {
        "name_th": "เกณฑ์มหาวิทยาลัยศรีนครินทรวิโรฒ (5×5)",
        "name_en": "Srinakharinwirot University (5 by 5)",
        "source": "เอกสารการบริหารความเสี่ยง มศว (คะแนน 7, 13, 14 ไม่เกิดจากผลคูณ)",
        "size": 5,
        "levels": {"low": 1, "medium": 4, "high": 8, "very_high": 15},
    },
    "university-rm": {
        "name_th": "เกณฑ์ระบบบริหารความเสี่ยงของมหาวิทยาลัย (5×5)",
        "name_en": "a university's risk management system (5 by 5)",
        "source": "ระบบบริหารความเสี่ยง RM-Plan, RM-6, RM-12",
        "size": 5,
        "levels": {"low": 1, "medium": 3, "high": 7, "very_high": 13},
    },
}

"""What rules say of small changes of a plan, beside the examples of their own pages."""

from pathlib import Path

import pytest

from antigraft.rules import targets
from antigraft.rules.sifting import rare
from conftest import Golden
from plans import checked, loaded, small
from test_survivors import told

KEPT = Path(__file__).parent / "told" / "changes.txt"
ROUND = "year: 2566\nround: 6\n"
ORDER = "title: ก\nmembers:\n  - {name: ก, position: ข, role: ประธาน}\nduties: [ก]\n"
CHANGES: dict[str, dict[str, str]] = {
    "AG508 an order that is not there is amended": {
        "orders/2-2565.yaml": f"number: 2/2565\ndate: 2565-07-01\n{ORDER}"
        "amends: {order: 9/2565, date: 2565-06-01}\n",
        "orders/3-2565.yaml": f"number: 3/2565\ndate: 2565-08-01\n{ORDER}"
        "amends: {order: 1/2565, date: 2565-06-01}\n",
    },
    "AG203 AG712 money of other years": {
        "plan.yaml": "declared: {budget: {2599: 5}}\nshared_budgets:\n"
        "  - {items: [2.1-01, 2.1-02], budget: {2566: 1, 2567: 2, 2568: 3, 2598: 4}}",
    },
    "AG709 AG711 AG712 a shared line and sheets of no more": {
        "plan.yaml": "shared_budgets:\n"
        "  - {items: [2.1-01, 2.1-02], budget: {2566: 5_000, 2567: 1, 2568: none}}",
        "items/2.1-02.yaml": "budget: shared",
    },
    "AG210 only lines that name no amount": {
        "plan.yaml": "shared_budgets:\n"
        "  - {items: [2.1-01, 2.1-02], budget: {2566: 1, 2567: 2, 2568: 3}}\n"
        "  - {items: [1.1-01, 2.1-01, 2.1-02], budget: {2566: 1, 2567: unspecified, 2568: 3}}",
    },
    "AG431 AG432 a scale of one's own without a size": {
        "plan.yaml": "risk_scale: {preset: <removed>, name: ก, levels: {low: 1, high: 9}}",
    },
    "AG431 AG432 AG442 a size that is too small for the levels": {
        "plan.yaml": "risk_scale: {preset: fang-kham, size: 3}",
    },
    "AG441 impact only": {"risks/1.yaml": "likelihood: <removed>"},
    "AG441 likelihood only": {"risks/1.yaml": "impact: <removed>"},
    "AG441 half of what is left": {"risks/1.yaml": "residual: {impact: 2, date: 2566-01-01}"},
    "AG717 the same twice on a sheet": {
        "items/1.1-01.yaml": "sheet: {rationale: [ก, ข, ก], objectives: [ค, ค], steps: [ง, จ, ง],"
        " target_group: {groups: [ฉ, ช, ฉ]}}",
    },
    "AG717 the same twice within a step": {
        "items/1.1-01.yaml": "sheet: {steps: [ก, {text: ข, steps: [ค, {text: ง, steps: [จ, จ]}]}]}",
    },
    "AG803 a report of another year": {
        "progress/2569-06.yaml": "year: 2569\nround: 6\nentries: []"
    },
    "AG205 AG305 due every year without money in two": {
        "items/1.1-01.yaml": "budget: {2567: none, 2568: 0}",
    },
    "AG113 a period that ends before it begins": {
        "items/1.1-01.yaml": "sheet: {period: {first_year: 2568, last_year: 2566}}",
    },
    "AG442 factors outside the scale": {
        "risks/1.yaml": "likelihood: 6\nimpact: 7\nresidual: {likelihood: 5, impact: 8}",
    },
    "AG107 numbers of missions and headings that do not ascend": {
        "plan.yaml": "dimensions:\n"
        "  - {number: 1, name: ก, declared: {items: 1, budget: {}}, missions: ["
        "{number: 1.2, name: ก}, {number: 1.1, name: ข}]}\n"
        "  - {number: 2, name: ข, declared: {items: 2, budget: {}}, missions: ["
        "{number: 2.1, name: ก, headings: [{number: 2.1.2, name: ก}, {name: ค},"
        " {number: 2.1.1, name: ข}, {number: 2.1.2, name: ง}]}]}\n",
    },
    "AG822 AG841 money of a round, the day before it ended": {
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-03-31\nentries:\n"
        "  - {item: 1.1-01, status: done, planned: 10_000, ordinance: 5, disbursed: 6}\n"
        "  - {item: 2.1-01, status: done, planned: none, ordinance: none, disbursed: 7}\n"
        "  - {item: 2.1-02, status: done, planned: 5_000, ordinance: 8, disbursed: 8}\n",
    },
    "AG822 AG841 money of a round, the day after it ended": {
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-04-01\nentries:\n"
        "  - {item: 1.1-01, status: done, planned: 10_000, ordinance: 5, disbursed: none}\n"
        "  - {item: 2.1-02, status: done, planned: 5_000, disbursed: 8}\n",
    },
    "AG116 an office that is spelt in another way once": {
        "items/1.1-01.yaml": "sheet: {responsible: [{office: กองคลัง, sections: [งานเงิน]}]}",
        "items/2.1-02.yaml": "sheet: {responsible: "
        "[{office: กองคลัง อบต.ตัวอย่าง, sections: [งาน เงิน]}]}",
    },
    "AG509 AG510 an order that amends itself": {
        "orders/2-2565.yaml": f"number: 2/2565\ndate: 2565-07-01\n{ORDER}"
        "amends: {order: 2/2565, date: 2565-06-01}\n",
    },
    "AG432 a scale without a name, and levels that do not ascend": {
        "plan.yaml": "risk_scale: {preset: <removed>, size: 5,"
        " levels: {low: 1, medium: 9, high: 4}}",
    },
    "AG441 a level that is left of a risk without one": {
        "risks/1.yaml": "level: <removed>\nimpact: <removed>\n"
        "residual: {level: high, date: 2566-01-01}",
    },
    "AG451 levels alone, and the one that is left is higher": {
        "risks/1.yaml": "level: low\nlikelihood: <removed>\nimpact: <removed>\n"
        "residual: {level: high, date: 2566-01-01}",
    },
    "AG861 evidence that names nothing": {
        "progress/2566-06.yaml": f"{ROUND}entries:\n"
        "  - {item: 1.1-01, status: done, indicators:"
        " [{section: outputs, number: 1, value: 1, evidence: [{}, {url: 'https://x.example'}]}]}\n",
    },
    "AG832 an item that stands in the later report alone": {
        "progress/2566-06.yaml": f"{ROUND}entries:\n"
        "  - {item: 2.1-02, status: done, disbursed: 9}\n",
        "progress/2566-12.yaml": "year: 2566\nround: 12\nentries:\n"
        "  - {item: 1.1-01, status: pending}\n  - {item: 2.1-02, status: done, disbursed: 8}\n",
    },
    "AG871 measured before the year": {
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-04-10\nentries:\n"
        "  - {item: 1.1-01, status: done, indicators:"
        " [{section: outputs, number: 1, value: 1, date: 2565-09-30}]}\n",
    },
    "AG871 measured after the report": {
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-04-10\nentries:\n"
        "  - {item: 1.1-01, status: done, indicators:"
        " [{section: outputs, number: 1, value: 1, date: 2566-04-11}]}\n",
    },
    "AG812 cannot be carried out for another reason, which is not told": {
        "progress/2566-06.yaml": f"{ROUND}entries:\n"
        "  - {item: 1.1-01, status: cannot, cannot_reason: other}\n",
    },
    "AG852 a count that is not whole": {
        "items/2.1-02.yaml": "sheet: {outputs: [{text: ก, direction: at_least, number: 2,"
        " unit: ครั้ง}]}",
        "progress/2566-06.yaml": f"{ROUND}entries:\n  - {{item: 2.1-02, status: done, indicators:"
        " [{section: outputs, number: 1, value: 1.5}]}\n",
    },
    "AG304 a lowest and a highest number that are the same": {
        "items/2.1-01.yaml": "sheet: {outputs: [{text: ก, direction: at_least, number: 5,"
        " unit: เรื่อง, quantity: ก}, {text: ข, direction: at_most, number: 5, unit: เรื่อง,"
        " quantity: ก}, {text: ค, direction: at_least, number: 5, unit: เรื่อง, quantity: ข},"
        " {text: ง, direction: at_most, number: 4, unit: เรื่อง, quantity: ข}]}",
    },
    "AG423 a grave risk and controls of no baht": {
        "items/2.1-01.yaml": "budget: {2566: 0, 2567: 0, 2568: none}",
        "risks/1.yaml": "controls: [{item: 2.1-01}]",
    },
    "AG442 AG451 the lowest and the highest factors, and a score that stays": {
        "risks/1.yaml": "likelihood: 1\nimpact: 5\nlevel: medium\n"
        "residual: {likelihood: 5, impact: 1, date: 2566-01-01}",
    },
    "AG453 assessed on the last day that is too early": {"risks/1.yaml": "assessed: 2564-09-30"},
    "AG453 assessed on the first day that is not": {"risks/1.yaml": "assessed: 2564-10-01"},
    "AG852 scores and shares of a hundred and of more": {
        "front.yaml": "goals:\n"
        "  - {text: ก, direction: at_least, number: 80, unit: ร้อยละ, year: 2568, pass_mark: 85}\n"
        "  - {text: ข, direction: at_least, number: 80, unit: ร้อยละ, year: 2568, pass_mark: 85}\n"
        "  - {text: ค, direction: at_least, number: 80, unit: ร้อยละ, year: 2568}\n"
        "  - {text: ง, direction: at_least, number: 80, unit: ร้อยละ, year: 2568}\n",
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-04-10\nentries: []\ngoals:\n"
        "  - {number: 1, value: 100}\n  - {number: 2, value: 100.01}\n"
        "  - {number: 3, value: 100}\n  - {number: 4, value: 100.01}\n",
    },
    "AG872 assessed again under a scale that does not exist": {
        "plan.yaml": "risk_scale: {preset: other}",
        "progress/2566-06.yaml": f"{ROUND}reported: 2566-04-10\nentries: []\n"
        "risks: [{risk: 1, likelihood: 6, impact: 7, date: 2566-03-01}]\n",
    },
    "AG113 the plan's own period": {"plan.yaml": "period: {first_year: 2568, last_year: 2566}"},
}


def lines_of(name: str) -> list[str]:
    return [f"# {name}", *told(small(**CHANGES[name])), ""]


def test_what_is_said_of_the_changes_is_kept(golden: Golden) -> None:
    golden(KEPT, "".join(f"{line}\n" for name in CHANGES for line in lines_of(name)))


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told_in_the_same_words(name: str) -> None:
    part = KEPT.read_text(encoding="utf-8").partition(f"# {name}\n")[2].partition("\n# ")[0]
    assert [f"# {name}", *part.rstrip("\n").splitlines(), ""] == lines_of(name)


@pytest.mark.parametrize(
    ("fields", "plain"),
    [
        ("direction: none, number: 0, unit: เรื่อง", "none"),
        ("direction: none, number: 2, unit: เรื่อง", "none 2 เรื่อง"),
        ("direction: exists", "exists"),
        ("direction: at_least, number: 0, unit: เรื่อง", "at_least 0 เรื่อง"),
        ("direction: decrease_by, number: 5, unit: เปอร์เซ็นต์", "decrease_by 5 %"),
        ("unit: ค น", "-"),
        ("number: 5, unit: ค น", "- 5 คน"),
    ],
)
def test_one_spelling_for_each_target(fields: str, plain: str) -> None:
    text = f"sheet: {{outputs: [{{text: ก, {fields}}}]}}"
    plan = loaded(small(**{"items/2.1-01.yaml": text})).plan
    assert plan is not None
    item = plan.item("2.1-01")
    assert item is not None
    assert item.sheet is not None
    assert targets.plain_target(item.sheet.outputs[0]) == plain


def test_targets_are_named_in_thai_and_in_english() -> None:
    one = "[{text: ก, direction: at_least, number: 1, unit: คน}]"
    files = small(**{"items/2.1-01.yaml": f"sheet: {{outputs: {one}, outcomes: {one}}}"})
    (found,) = [one.problem for one in checked(files).findings if one.code == "AG315"]
    assert found.th == "ผลลัพธ์ข้อ 1 ของ 2.1(1) ซ้ำกับผลผลิตข้อ 1 ของ 2.1(1)"
    assert found.en == "outcome 1 of 2.1(1) repeats output 1 of 2.1(1)"


@pytest.mark.parametrize(
    ("text", "rest"),
    [("กำหนด ที่\n5.", "5."), ("ก\u200bข a. ๆ๑", "\u200ba.๑"), ("孔子 ก๑", "孔子๑"), ("", "")],
)
def test_sifting_keeps_what_no_code_page_has(text: str, rest: str) -> None:
    assert rare(text) == rest

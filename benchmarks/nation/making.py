"""All files of one fictional plan, in memory."""

from nation.front import front_text
from nation.papers import charter_text, discrepancies_text, order_number, order_text, risk_texts
from nation.profile import Profile
from nation.results import report_text
from nation.sheets import item_text

REPORT = "progress/2568-06.yaml"


def plan_files(plan: Profile) -> dict[str, str]:
    """Write a plan without faults: file names relative to the plan folder, and their texts."""
    files = {"plan.yaml": charter_text(plan), "front.yaml": front_text(plan)}
    for item in plan.items:
        files[f"items/{item.id}.yaml"] = item_text(plan, item)
    risks = risk_texts(plan)
    files |= {f"risks/{number}.yaml": text for number, text in risks.items()}
    files[f"orders/{order_number(plan).replace('/', '-')}.yaml"] = order_text(plan)
    acknowledged = discrepancies_text(plan, len(risks))
    if acknowledged is not None:
        files["discrepancies.yaml"] = acknowledged
    if plan.reports:
        files[REPORT] = report_text(plan)
    return files

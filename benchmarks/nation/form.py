"""The NACC form that fictional plans follow: names of dimensions and missions, headings."""

from antigraft.data.nacc_form import NACC_FORMS

FORM: dict[str, dict[str, dict[str, str]]] = NACC_FORMS["2566-2570"]["dimensions"]
MISSION_HEADINGS: dict[str, dict[str, str]] = {
    f"{dimension}.{mission}": headings
    for dimension, missions in enumerate(FORM.values(), start=1)
    for mission, headings in enumerate(missions.values(), start=1)
}

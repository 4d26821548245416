"""All rules, collected from the families in the order of their codes.

A family is a module of rules about one subject. A new family adds its name here and in the
import contract; a new rule adds nothing but its function.
"""

from types import ModuleType

from antigraft.rules import (
    acknowledgements,
    annex,
    approvals,
    baselines,
    completeness,
    counts,
    hygiene,
    hygiene_digits,
    hygiene_letters,
    hygiene_marks,
    hygiene_names,
    hygiene_words,
    indicator_directions,
    indicator_numbers,
    indicator_texts,
    indicator_years,
    indicators,
    many_plans,
    money,
    money_cells,
    naming,
    numbering,
    order_amendments,
    order_numbers,
    orders,
    progress,
    progress_counts,
    progress_evidence,
    progress_falls,
    progress_money,
    progress_others,
    progress_rounds,
    progress_status,
    progress_values,
    quantities,
    reading,
    reading_characters,
    reading_files,
    reading_values,
    risk_controls,
    risk_coverage,
    risk_items,
    risk_residuals,
    risk_scales,
    risk_scores,
    risks,
    shared_lines,
    shared_money,
    sheet_money,
    sheet_terms,
    sheet_texts,
    sheets,
    structure,
)
from antigraft.rules.rule import Rule

FAMILIES: tuple[ModuleType, ...] = (
    reading,
    reading_characters,
    reading_files,
    reading_values,
    counts,
    structure,
    numbering,
    completeness,
    approvals,
    naming,
    many_plans,
    money,
    money_cells,
    shared_lines,
    indicators,
    indicator_numbers,
    indicator_directions,
    indicator_texts,
    indicator_years,
    baselines,
    quantities,
    risks,
    risk_controls,
    risk_coverage,
    risk_items,
    risk_scales,
    risk_scores,
    risk_residuals,
    annex,
    order_numbers,
    order_amendments,
    orders,
    hygiene,
    hygiene_digits,
    hygiene_letters,
    hygiene_marks,
    hygiene_names,
    hygiene_words,
    sheets,
    sheet_money,
    shared_money,
    sheet_terms,
    sheet_texts,
    progress,
    progress_status,
    progress_rounds,
    progress_falls,
    progress_counts,
    progress_money,
    progress_values,
    progress_evidence,
    progress_others,
    acknowledgements,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for family in FAMILIES
            for value in vars(family).values()
            if isinstance(value, Rule)
        ),
        key=lambda found: found.code,
    )
)

__all__ = ["FAMILIES", "RULES", "Rule"]

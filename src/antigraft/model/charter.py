"""The charter (plan.yaml): whose plan, which years, which dimensions, and what it declares."""

from typing import Annotated

from antigraft.model.approval import Approval
from antigraft.model.item import Period
from antigraft.model.publication import Publication
from antigraft.model.record import Part, Record, Text
from antigraft.model.risk import LevelWord
from antigraft.values.keys import HeadingNumber, ItemId, MissionNumber, OfficeId, OrderNumber
from antigraft.values.money import BudgetCell
from antigraft.values.numbers import Whole
from antigraft.values.scalar import AtLeast
from antigraft.values.words import YesNo
from antigraft.values.years import FiscalYear


class Organisation(Part):
    """The local government (อปท.) whose plan it is.

    ``id`` stays the same when the office is renamed or raised to a municipality. Without it
    offices are told apart by province, district and name.
    """

    id: OfficeId | None = None
    name: Text
    short_name: Text
    district: Text
    province: Text
    office: Text | None = None
    telephone: Text | None = None
    fax: Text | None = None
    website: Text | None = None


class Declared(Part):
    """What the published plan states: a number of items and baht by fiscal year."""

    items: Whole
    budget: dict[FiscalYear, BudgetCell]


class Heading(Part):
    """A third-level heading that sheets stand under; dimension 1 prints no numbers."""

    number: HeadingNumber | None = None
    name: Text


class Mission(Part):
    """A mission (ภารกิจตามมิติ) by its name in part 3; part 2 may print another."""

    number: MissionNumber
    name: Text
    name_in_table: Text | None = None
    headings: tuple[Heading, ...] = ()


class Dimension(Part):
    """A dimension (มิติ), its missions, and the count and money the plan declares for it."""

    number: Whole
    name: Text
    missions: Annotated[tuple[Mission, ...], AtLeast(1)]
    declared: Declared


class SharedBudget(Part):
    """One printed budget cell that belongs to several items together, in baht by year."""

    items: Annotated[tuple[ItemId, ...], AtLeast(2)]
    budget: dict[FiscalYear, BudgetCell]
    note: Text | None = None


class RiskScale(Part):
    """The plan's risk scale: a shipped one by name, or its own.

    ``levels`` gives the lowest score of each level; ``size`` the highest likelihood and impact.
    """

    preset: Text | None = None
    name: Text | None = None
    size: Whole | None = None
    levels: dict[LevelWord, Whole] | None = None


class AnnexEntry(Part):
    """A document that the contents list, and whether the plan has it."""

    title: Text
    order: OrderNumber | None = None
    included: YesNo


class Charter(Record):
    """The plan's frame: everything else is counted and measured against it."""

    title: Text
    organisation: Organisation
    period: Period
    dimensions: Annotated[tuple[Dimension, ...], AtLeast(1)]
    declared: Declared
    shared_budgets: tuple[SharedBudget, ...] = ()
    risk_scale: RiskScale
    annex: tuple[AnnexEntry, ...] = ()
    approvals: tuple[Approval, ...] = ()
    reports: tuple[Publication, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years of the plan."""
        return self.period.years

    @property
    def missions(self) -> tuple[Mission, ...]:
        """All missions, in order."""
        return tuple(mission for dimension in self.dimensions for mission in dimension.missions)

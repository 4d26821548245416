"""Known conflicts of the published document, each acknowledged with a reason."""

from antigraft.model.record import Part, Record, Text


class Acknowledgement(Part):
    """One finding the plan acknowledges.

    It names the rule, the file (relative to the plan) and the evidence the finding shows, so
    that a conflict that has changed is reported again. ``at`` tells two findings of one file
    apart; ``source`` points to the place in the published document.
    """

    code: Text
    file: Text
    at: Text | None = None
    found: Text | None = None
    reason: Text
    source: Text | None = None


class Discrepancies(Record):
    """All acknowledged conflicts of the plan."""

    acknowledged: tuple[Acknowledgement, ...] = ()

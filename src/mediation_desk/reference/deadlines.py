"""The periods of the law as data (``resources/codes/deadline_rule.toml``), counted with the calendar at hand."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.deadlines import Deadline, DeadlineRule, last_day
from mediation_desk.reference.calendar import holiday_table
from mediation_desk.reference.codes import table


def deadline_rule(code: str, on: date | None = None) -> DeadlineRule:
    """The rule of a code of the table ``deadline_rule`` in effect on a day; ``KeyError`` when there is none."""
    rules = table("deadline_rule", on)
    entry = rules[code]
    attributes = entry.attributes
    return DeadlineRule(
        code=code,
        days=int(attributes["days"]),
        working=attributes["unit"] == "working",
        basis=attributes["basis"],
        version=rules.version,
    )


def last_day_of(code: str, start: date) -> Deadline:
    """The last day of a rule's period that begins with the event of ``start``, by the rules of that day."""
    return last_day(deadline_rule(code, start), start, holiday_table())


def mediation_last_day(dispute_class: str, accepted: date) -> Deadline:
    """The day by which mediation should end: 30 days, 15 for labour, 30 working days for medical disputes.

    ``dispute_class`` is a code of that table; an empty or unknown one counts as an ordinary dispute.
    """
    classes = table("dispute_class", accepted)
    rule = classes[dispute_class].attributes["deadline"] if dispute_class in classes else "ordinary"
    return last_day_of(rule, accepted)


def confirmation_last_day(effective: date) -> Deadline:
    """The last day of a joint application for judicial confirmation (人民调解法 Art. 33: 30 days from effect)."""
    return last_day_of("confirmation", effective)


def arbitration_review_last_day(effective: date) -> Deadline:
    """The last day to ask the labour arbitration commission for review (劳动人事争议仲裁办案规则 Art. 74: 15 days)."""
    return last_day_of("arbitration_review", effective)

"""The history of a case as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediation_desk.actions.case_history import Change, Occasion
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.language import _, say


def told(occasions: Iterable[Occasion]) -> Iterator[str]:
    """A line for who, when and why, and one for each change beneath it."""
    for occasion in occasions:
        yield f"{occasion.at.astimezone(CHINA):%Y-%m-%d %H:%M}  {occasion.by}  {_(occasion.purpose)}"
        yield from (f"  {_change(change)}" for change in occasion.changes)


def _change(change: Change) -> str:
    record, field = _(change.record), _(change.field)
    if not field:
        text = N_("{record} made") if change.old is None else N_("{record} taken out")
        return say(Say(text, {"record": record}))
    what = f"{record} · {field}：{change.new or _('(empty)')}"
    if change.old is None:
        return what
    return f"{record} · {field}：{change.old or _('(empty)')} → {change.new or _('(empty)')}"

"""What an answer changes: the planner's new state, and what the desk must store with it in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mediation_desk.sync.plan.denials import GAP, LASTING, denied, with_centre
from mediation_desk.sync.plan.effects import Absorb, CutLog, Effect, NoteAnswers, Own, Reaction, TakeIdentity
from mediation_desk.sync.plan.state import CentreState, ChainState, DeskState
from mediation_desk.sync.plan.steps import GiveBackLog, PullPage, PushUnits
from mediation_desk.sync.plan.waiting import failed, served
from mediation_desk.sync.wire.conversation import (
    ChainEnd,
    Deferred,
    Denied,
    GiveBackAnswer,
    PullAnswer,
    PushAnswer,
)
from mediation_desk.sync.wire.log import Differs, Page, Pulled, check_page
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.seals import START, Mark


def pushed(desk: DeskState, step: PushUnits, answer: PushAnswer, own: Own, now: float, luck: float) -> Reaction:
    """After a batch was answered."""
    if isinstance(answer, Denied):
        return Reaction(denied(desk, step, answer, now, luck))
    if isinstance(answer, Differs):
        return _differs(desk, step.centre_id, answer, own, now, luck)
    if isinstance(answer, Deferred):
        return Reaction(with_centre(served(desk), step.centre_id, lambda c: _deferred(c, step, answer.known, own)))
    if len(answer.answers) != step.last - step.first + 1:
        return Reaction(failed(desk, now, luck))
    note = NoteAnswers(step.centre_id, step.desk_id, step.first, tuple(answer.answers))
    confirmed = with_centre(
        served(desk),
        step.centre_id,
        lambda c: replace(_with_chain(c, step.desk_id, lambda chain: _confirmed(chain, step.last)), current=False),
    )
    noted = _forked(Reaction(confirmed, (note,)), forked=answer.forked and step.desk_id == own.desk_id)
    if answer.page is None:
        return noted
    read = _page(noted.desk, answer.page, own, now, luck)
    return Reaction(read.desk, noted.effects + read.effects)


def pulled(desk: DeskState, step: PullPage, answer: PullAnswer, own: Own, now: float, luck: float) -> Reaction:
    """After a page was asked for."""
    if isinstance(answer, Denied):
        return Reaction(denied(desk, step, answer, now, luck))
    if isinstance(answer, Differs):
        return _differs(desk, step.centre_id, answer, own, now, luck)
    return _page(served(desk), answer, own, now, luck)


def given_back(
    desk: DeskState, step: GiveBackLog, sent_to: Mark, answer: GiveBackAnswer, own: Own, now: float, luck: float
) -> Reaction:
    """After entries up to ``sent_to`` were given back to a central that had lost them."""
    if isinstance(answer, Denied):
        return Reaction(denied(desk, step, answer, now, luck))
    if isinstance(answer, Differs):
        return _differs(desk, step.centre_id, answer, own, now, luck)
    return Reaction(with_centre(served(desk), step.centre_id, lambda c: _gave(c, sent_to)))


def carried(
    desk: DeskState, centre_id: str, answer: Page | Differs | Denied, own: Own, now: float, luck: float
) -> Reaction:
    """After central's word about a centre came back in a courier's receipt. Store what one brings before the next."""
    if isinstance(answer, Page):
        return _page(desk, answer, own, now, luck)
    if isinstance(answer, Differs):
        return _differs(desk, centre_id, answer, own, now, luck)
    if answer.reason in LASTING:
        return Reaction(denied(desk, PullPage(centre_id, START, whole=False), answer, now, luck))
    return Reaction(desk)


def _page(desk: DeskState, page: Page, own: Own, now: float, luck: float) -> Reaction:
    """Read a page: from the line, or from a receipt that may begin before the cursor."""
    centre = next((c for c in desk.centres if c.centre_id == page.centre_id), None)
    if centre is None or own.log_at(page.centre_id, page.start.revision) != page.start.digest:
        return Reaction(desk)
    try:
        read = check_page(page, own.central_key, own.body)
    except Malformed:
        again = with_centre(desk, page.centre_id, lambda c: replace(c, whole=True))
        return Reaction(failed(again, now, luck) if centre.whole else again)
    fresh = tuple(p for p in read if p.mark.revision > centre.cursor.revision)
    if any(own.log_at(page.centre_id, p.mark.revision) != p.mark.digest for p in read[: len(read) - len(fresh)]):
        return Reaction(failed(desk, now, luck))
    end = fresh[-1].mark if fresh else centre.cursor
    reached = replace(centre, cursor=end, whole=False, current=end.revision >= page.newest, gave=None)
    state = replace(reached, chains=tuple(_logged(chain, reached, fresh, own) for chain in centre.chains))
    effects: tuple[Effect, ...] = (Absorb(page.centre_id, fresh, page.end),) if fresh else ()
    absorbed = Reaction(with_centre(desk, page.centre_id, lambda _: state), effects)
    return _forked(absorbed, forked=any(_is_another(p, page.centre_id, own) for p in fresh))


def _forked(reaction: Reaction, *, forked: bool) -> Reaction:
    """Another disk has written under this desk's identity: take a new one, once."""
    if not forked or reaction.desk.renewal:
        return reaction
    desk = replace(reaction.desk, renewal=True, signed_in=False)
    return Reaction(desk, (*reaction.effects, TakeIdentity()))


def _logged(chain: ChainState, centre: CentreState, fresh: tuple[Pulled, ...], own: Own) -> ChainState:
    """What is in the log need not be sent. At the end of the log nothing else counts as confirmed: central may have
    been restored since it said so."""
    logged = own.logged(centre.centre_id, chain.desk_id)
    for p in fresh:
        if p.op.desk_id == chain.desk_id and own.op_at(centre.centre_id, p.op.desk_id, p.op.desk_seq) == p.entry.digest:
            logged = max(logged, p.op.desk_seq)
    if centre.current and logged < chain.confirmed:
        return replace(chain, confirmed=logged, units=(), stuck="")
    return _confirmed(chain, logged)


def _confirmed(chain: ChainState, last: int) -> ChainState:
    if last <= chain.confirmed:
        return chain
    return replace(chain, confirmed=last, units=tuple(u for u in chain.units if u.first > last))


def _deferred(centre: CentreState, step: PushUnits, known: list[ChainEnd], own: Own) -> CentreState:
    """Go back to the last op that central has of the chain. Where that is what was just sent after, the missing op is
    of another chain: read the log to its end first, which says what central has of each."""
    ends = (e for e in known if own.op_at(centre.centre_id, e.desk_id, e.desk_seq) == e.digest)
    last = max((e.desk_seq for e in ends if e.desk_id == step.desk_id), default=0)
    if last < step.first - 1:
        return _with_chain(centre, step.desk_id, lambda c: replace(c, confirmed=last, units=()))
    return replace(_with_chain(centre, step.desk_id, lambda c: replace(c, stuck=GAP)), current=False)


def _differs(desk: DeskState, centre_id: str, answer: Differs, own: Own, now: float, luck: float) -> Reaction:
    """Central's log is another from some place on. Give it what it lost; then cut off what it goes on without."""
    centre = next((c for c in desk.centres if c.centre_id == centre_id), None)
    shared = next((m for m in answer.marks if own.log_at(centre_id, m.revision) == m.digest), START)
    if centre is None or shared == centre.cursor:
        return Reaction(failed(desk, now, luck))
    if answer.wanted or centre.gave != shared:
        return Reaction(with_centre(served(desk), centre_id, lambda c: replace(c, giving=shared, gave=shared)))
    cut = with_centre(served(desk), centre_id, lambda c: replace(c, cursor=shared, gave=None, current=False))
    return Reaction(cut, (CutLog(centre_id, shared),))


def _gave(centre: CentreState, sent_to: Mark) -> CentreState:
    if sent_to != centre.cursor:
        return replace(centre, giving=sent_to)
    return replace(centre, giving=None, current=False)


def _is_another(p: Pulled, centre_id: str, own: Own) -> bool:
    """Whether an entry was written under this desk's identity, but not here."""
    return p.op.desk_id == own.desk_id and own.op_at(centre_id, p.op.desk_id, p.op.desk_seq) != p.entry.digest


def _with_chain(centre: CentreState, desk_id: str, change: Callable[[ChainState], ChainState]) -> CentreState:
    return replace(centre, chains=tuple(change(c) if c.desk_id == desk_id else c for c in centre.chains))

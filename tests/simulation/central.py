"""The simulated central: the same wire, judging and taking back as the real one, over stores in memory.

``serve`` takes a request's bytes and works on a copy of the state; the caller commits the copy, or crashes before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.simulation.central_log import CentreLog

from mediation_desk.journal.op import SCHEMA
from mediation_desk.sync.merge.lines import Unplaced
from mediation_desk.sync.merge.restoring import left_over, new_epoch, taken_back
from mediation_desk.sync.wire import conversation as talk
from mediation_desk.sync.wire.batch import Batch, open_batch
from mediation_desk.sync.wire.conversation import Deferred, Denied, GiveBack, Pull, Push, Stored, Taken
from mediation_desk.sync.wire.courier import Bundle, Receipt, open_courier, read_header, write_courier
from mediation_desk.sync.wire.enrolment import (
    About,
    Alias,
    Assertion,
    Certificate,
    Enrolled,
    Readmit,
    RenewAsk,
    Served,
    Token,
    assertion_holds,
    certificate_holds,
    certify,
    readmit_holds,
    renew_holds,
)
from mediation_desk.sync.wire.keys import exchange_key, public_text, signing_key
from mediation_desk.sync.wire.log import Differs, Page, check_kept, without_own
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import pack, unpack
from mediation_desk.sync.wire.revisions import number_of
from mediation_desk.sync.wire.seals import Mark, Seal, sign_head

PAGE = 7  # small, so that pages matter in small worlds
CENTRAL_ID = "central"


@dataclass(frozen=True)
class Request:
    """What goes over the simulated line: the way in (a token names its desk), what is asked, and the packed message."""

    desk_id: str
    token: bool
    kind: type
    body: bytes


@dataclass(frozen=True)
class Member:
    """A desk as central knows it."""

    signing: str
    exchange: str
    centres: frozenset[str]
    revoked: bool = False
    former: frozenset[str] = frozenset()


@dataclass
class CentralState:
    """All that a backup of central holds."""

    members: dict[str, Member] = field(default_factory=dict)
    logs: dict[str, CentreLog] = field(default_factory=dict)

    def fork(self) -> CentralState:
        """A copy to work on."""
        return CentralState(dict(self.members), {c: log.fork() for c, log in self.logs.items()})


class Central:
    """Serves requests. ``full``: its disk takes nothing."""

    def __init__(self) -> None:
        self.state = CentralState()
        self.key = signing_key(b"c" * 32)
        self.exchange = exchange_key(b"x" * 32)
        self.public = public_text(self.key)
        self.full = False
        self.now = 0.0

    def serve(self, request: Request) -> tuple[CentralState, bytes]:
        """The answer to a request, and the state to commit with it."""
        state = self.state.fork()
        try:
            answer = self._answer(state, request)
        except Malformed as wrong:
            state, answer = self.state, Denied(reason=talk.MALFORMED, detail=wrong.reason)
        if self.full and not isinstance(answer, Page | Differs):
            state, answer = self.state, Denied(reason=talk.FULL, retry_after=5)
        return state, pack(answer)

    def _answer(self, state: CentralState, request: Request) -> object:
        if request.kind is Readmit:
            shown = unpack(request.body, Readmit)
            if not readmit_holds(shown, self.public):
                return Denied(reason=talk.UNAUTHENTICATED)
            self._remember(state, shown.certificate)
            return Token(text=shown.certificate.desk_id)
        if request.kind is RenewAsk:
            return self.renew(state, unpack(request.body, RenewAsk))
        known = state.members.get(request.desk_id)
        if known is None:
            return Denied(reason=talk.UNKNOWN_DESK)
        if known.revoked:
            return Denied(reason=talk.REVOKED)
        if request.kind is Assertion:
            proof = unpack(request.body, Assertion)
            holds = assertion_holds(proof, CENTRAL_ID, known.signing)
            return Token(text=proof.desk_id) if holds else Denied(reason=talk.UNAUTHENTICATED)
        if not request.token:
            return Denied(reason=talk.UNAUTHENTICATED)
        asked: object = unpack(request.body, request.kind)
        if isinstance(asked, Push):
            return self.push(state, request.desk_id, asked)
        if isinstance(asked, Pull):
            return self.pull(state, request.desk_id, asked)
        assert isinstance(asked, GiveBack)
        return self.give_back(state, request.desk_id, asked)

    def renew(self, state: CentralState, asked: RenewAsk) -> Enrolled | Denied:
        """Take a desk in under its new identity."""
        shown = asked.certificate
        if not certificate_holds(shown, self.public) or not renew_holds(asked, shown.signing_key):
            return Denied(reason=talk.UNAUTHENTICATED)
        old = self._remember(state, shown)
        if old.revoked:
            return Denied(reason=talk.REVOKED)
        former = old.former | {shown.desk_id}
        return self.admit(state, asked.desk_id, asked.signing_key, asked.exchange_key, old.centres, former)

    def _remember(self, state: CentralState, paper: Certificate) -> Member:
        """The member that a certificate names, if central has forgotten it since."""
        for alias in paper.aliases:
            state.logs[alias.centre_id].aliases.add(alias.written_as)
        member = Member(paper.signing_key, paper.exchange_key, frozenset(paper.centres), former=frozenset(paper.former))
        return state.members.setdefault(paper.desk_id, member)

    def admit(
        self,
        state: CentralState,
        desk_id: str,
        signing: str,
        exchange: str,
        centres: frozenset[str],
        former: frozenset[str] = frozenset(),
    ) -> Enrolled:
        """Make a desk a member."""
        state.members.setdefault(desk_id, Member(signing, exchange, centres, former=former))
        certificate = certify(
            self.key,
            Certificate(
                central_id=CENTRAL_ID,
                desk_id=desk_id,
                signing_key=signing,
                exchange_key=exchange,
                centres=sorted(centres),
                aliases=[Alias(c, a) for c in sorted(centres) for a in sorted(state.logs[c].aliases)],
                former=sorted(former),
                signature=b"",
            ),
        )
        about = About(
            central_id=CENTRAL_ID, signing_key=self.public, exchange_key=public_text(self.exchange), schema=SCHEMA
        )
        served = [Served(centre_id=c, name=c, aliases=sorted(state.logs[c].aliases), infix="01") for c in centres]
        return Enrolled(about=about, centres=served, certificate=certificate)

    def _log(self, state: CentralState, desk_id: str, centre_id: str) -> CentreLog | None:
        return state.logs[centre_id] if centre_id in state.members[desk_id].centres else None

    def push(self, state: CentralState, desk_id: str, asked: Push) -> Stored | Deferred | Differs | Denied:
        """Take a batch in."""
        log = self._log(state, desk_id, asked.batch.seal.centre_id)
        if log is None:
            return Denied(reason=talk.SCOPE)
        if log.restoring:
            return Denied(reason=talk.RESTORING, retry_after=5)
        if not log.has(asked.cursor):
            return Differs(centre_id=log.centre_id, marks=log.shown_marks())
        answer = self.store(state, log, asked.batch)
        if isinstance(answer, Stored):
            return replace_page(answer, self.page(state, log, desk_id, asked.cursor, whole=False))
        return answer

    def store(self, state: CentralState, log: CentreLog, batch: Batch) -> Stored | Deferred:
        """Verify, judge and store a batch; ``Malformed`` when it does not hold."""
        frames = open_batch(batch, log.aliases, lambda seal: self._key_for(state, seal))
        taken = log.take(frames)
        if isinstance(taken, Unplaced):
            return Deferred(waits_for=taken.digest, known=log.chain_ends(batch.seal.desk_id))
        log.take_held()
        return Stored(answers=log.answered(frames), forked=taken.forked)

    def _key_for(self, state: CentralState, seal: Seal) -> str | None:
        signer = state.members.get(seal.signer)
        if signer is None:
            return None
        own = seal.desk_id == seal.signer or seal.desk_id in signer.former or seal.desk_id not in state.members
        return signer.signing if own else None

    def pull(self, state: CentralState, desk_id: str, asked: Pull) -> Page | Differs | Denied:
        """Show the log after a place."""
        log = self._log(state, desk_id, asked.centre_id)
        if log is None:
            return Denied(reason=talk.SCOPE)
        if not log.has(asked.cursor):
            return Differs(centre_id=log.centre_id, marks=log.shown_marks(), wanted=log.restoring)
        if log.restoring:
            log.heard.add(desk_id)
            self.go_on(state, log, by_hand=False)
        return self.page(state, log, desk_id, asked.cursor, whole=asked.whole)

    def page(self, state: CentralState, log: CentreLog, desk_id: str, cursor: Mark, *, whole: bool) -> Page:
        """A page after a place of the log."""
        at = number_of(cursor.revision)
        entries = log.entries[at : at + PAGE]
        end = log.marks[at + len(entries) - 1] if at + len(entries) else cursor
        page = Page(
            centre_id=log.centre_id,
            start=cursor,
            entries=entries,
            end=sign_head(self.key, log.centre_id, end),
            newest=log.tip.mark.revision,
        )
        own = {desk_id, *state.members[desk_id].former}
        return without_own(page, lambda d: not whole and log.placed[d].line.desk_id in own)

    def give_back(self, state: CentralState, desk_id: str, asked: GiveBack) -> Taken | Denied:
        """Take back what was signed here once."""
        log = self._log(state, desk_id, asked.kept.head.centre_id)
        if log is None:
            return Denied(reason=talk.SCOPE)
        given = check_kept(asked.kept, self.public)
        tail = taken_back(asked.kept, given, log.tip, log.has)
        if tail is not None:
            log.restore_tail(*tail)
        elif log.restoring:
            log.heard.add(desk_id)  # it has nothing that goes on from here; what it has is judged anew afterwards
            self.go_on(state, log, by_hand=False)
            return Denied(reason=talk.RESTORING, retry_after=5)
        else:
            for frames in left_over(given):
                log.take(frames)
        if not log.restoring:
            log.take_held()
        return Taken()

    def go_on(self, state: CentralState, log: CentreLog, *, by_hand: bool) -> None:
        """Give revisions again: when every desk was heard, or when a person says so."""
        waited_for = {d for d, m in state.members.items() if log.centre_id in m.centres and not m.revoked}
        if log.restoring and (by_hand or waited_for <= log.heard):
            log.tip = new_epoch(log.tip, int(self.now // 60))
            log.restoring = False
            log.heard = set()
            log.take_held()

    def courier(self, file: bytes) -> tuple[CentralState, bytes]:
        """Serve a courier file; the receipt is for its desk alone. ``Malformed`` when it is not to be trusted."""
        header = read_header(file)
        state = self.state.fork()
        member = state.members.get(header.desk_id)
        if member is None or member.signing != header.signing_key or member.revoked or self.full:
            raise Malformed("not from a desk of this central")
        bundle = open_courier(file, self.exchange, Bundle)
        batches: list[Stored | Deferred | Denied] = [self._carried(state, header.desk_id, b) for b in bundle.batches]
        back = [self.give_back(state, header.desk_id, GiveBack(kept=kept)) for kept in bundle.given_back]
        pages: list[Page | Differs | Denied] = []
        for asked in bundle.pulls:
            answer = self.pull(state, header.desk_id, asked)
            pages.append(answer)
            log = state.logs[asked.centre_id]
            while isinstance(answer, Page) and answer.end.mark != log.tip.mark:
                answer = self.page(state, log, header.desk_id, answer.end.mark, whole=False)
                pages.append(answer)
        receipt = write_courier(
            Receipt(batches=batches, pages=pages, given_back=back),
            bundle_id=header.bundle_id,
            central_id=CENTRAL_ID,
            desk_id=header.desk_id,
            key=self.key,
            public_key=self.public,
            to=member.exchange,
        )
        return state, receipt

    def _carried(self, state: CentralState, desk_id: str, batch: Batch) -> Stored | Deferred | Denied:
        log = self._log(state, desk_id, batch.seal.centre_id)
        if log is None:
            return Denied(reason=talk.SCOPE)
        if log.restoring:
            return Denied(reason=talk.RESTORING)
        try:
            return self.store(state, log, batch)
        except Malformed as wrong:
            return Denied(reason=talk.MALFORMED, detail=wrong.reason)


def replace_page(answer: Stored, page: Page) -> Stored:
    """The answer with the page that follows."""
    return Stored(answers=answer.answers, forked=answer.forked, page=page)

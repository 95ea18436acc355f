"""人民调解记录 (domain §4.7; 人民调解法 Art. 27): one a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Field
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, joined, name_signatures, party_signatures
from mediation_desk.domain.numerals import chinese_count


class Outcome(StrEnum):
    """What a meeting came to."""

    AGREED = "agreed"
    FAILED = "failed"
    CONTINUED = "continued"


@dataclass(frozen=True, kw_only=True)
class MeetingView(PaperView):
    """One meeting. ``parties`` are those who were there (of a talk 背靠背 one side only); ``present`` others who took part.

    ``ordinal`` counts the meetings of the case; None prints no count. ``public`` None leaves both boxes open.
    """

    ordinal: int | None = None
    at: datetime | None = None
    place: str = ""
    form: str = ""
    public: bool | None = None
    subject: str = ""
    parties: tuple[SignerView, ...] = ()
    present: tuple[str, ...] = ()
    minutes: str = ""
    outcome: Outcome | None = None
    result: str = ""
    mediators: tuple[str, ...] = ()
    recorder: str = ""


def _blocks(view: MeetingView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    if view.ordinal is not None:
        yield page.centred("ordinal", count=chinese_count(view.ordinal))
    yield page.fields(*_head(view, page), spread=4)
    yield page.said("told", before=8)
    yield page.heading("minutes")
    yield page.answer(view.minutes, 11)
    chosen = page.choice(*((view.outcome is one, one.value) for one in Outcome))
    yield page.written(words("result") + chosen, indent=0, before=8, bond=Bond.FIRM)
    yield page.answer(view.result, 2)
    yield page.said("read", before=6)
    party = SignerView(role=words("party"))
    yield from party_signatures(view.parties or (party, party), page, "sign", "how_person")
    yield from name_signatures(view.present, page, "sign_present", "how_signature")
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")
    yield page.sign("sign_recorder", "how_signature", name=view.recorder)
    yield page.seal(view.centre)


def _head(view: MeetingView, page: Compose) -> Iterator[tuple[Field, ...]]:
    yield page.moment("at", view.at), page.field("place", view.place, 1, 10)
    public = page.choice((view.public is True, "open_yes"), (view.public is False, "open_no"))
    yield page.field("form", view.form, 1, 6), page.field("open_choice", public, 1, 8)
    yield (page.field("subject", view.subject),)
    yield (page.field("parties", joined([f"{party.role}{party.name}" for party in view.parties])),)
    yield (page.field("present", joined(view.present)),)


MEETING = PaperKind("meeting", MeetingView, _blocks, signs=("foot_party", "foot_mediator"))

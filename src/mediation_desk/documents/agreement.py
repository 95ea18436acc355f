"""人民调解协议书 (domain §4.8, the Henan variant), and the oral agreement's registration sheet (§4.9)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents import paper
from mediation_desk.documents.agreement_schedule import schedule_table
from mediation_desk.documents.agreement_signatures import signature_blocks
from mediation_desk.documents.agreement_view import AgreementForm, AgreementView
from mediation_desk.documents.compose import Compose, by_hand
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.papers.people import party_fields, person
from mediation_desk.documents.render import Furniture
from mediation_desk.domain.numerals import chinese_count

PAPER = "agreement"
_SIZE: paper.Sizes = ((14.0, 26.0),)
_PARTIES = 2  # on a blank form


def render_agreement(view: AgreementView, draft: bool) -> bytes:
    """The PDF: with 草稿 across it for a draft, PDF/A-1b otherwise. The same view gives the same bytes.

    Every character must have a typeface or be a declared blank (``missing_characters``); else ``ValueError``.
    """
    return paper.render(_kind(view), view, draft)


def agreement_text(view: AgreementView) -> str:
    """The text the paper must hold, in reading order, without heads and feet (``furniture(view).text``)."""
    return paper.paper_text(_kind(view), view)


def furniture(view: AgreementView, draft: bool = False) -> Furniture:
    """Head and foot of the paper's sheets."""
    return paper.furniture(_kind(view), view, draft)


def blocks(view: AgreementView) -> list[Block]:
    """The parts of the paper in order."""
    return paper.blocks(_kind(view), view)


def missing_characters(view: AgreementView) -> list[tuple[str, str, str]]:
    """What stops the issue: (place in the paper's words, character, ``U+323AF``) for each one no typeface draws.

    Characters among ``view.declared_blanks`` are not reported.
    """
    return paper.missing_characters(_kind(view), view)


def _kind(view: AgreementView) -> PaperKind[AgreementView]:
    return ORAL_AGREEMENT if view.form is AgreementForm.ORAL else AGREEMENT


def _blocks(view: AgreementView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title(_title(view))
    yield page.number(view.number)
    for party in view.parties or (person(),) * _PARTIES:
        role = (words("party_role", role=party.role),) if party.role else ()
        yield party_fields(party, page, (words("party"), *role))
    yield page.heading("facts", before=12)
    yield page.answer(view.facts, 6)
    yield page.heading("terms_oral" if view.form is AgreementForm.ORAL else "terms", before=6)
    yield from _terms(view, page)
    if view.performance or not view.draft:
        yield page.heading("performance", before=6)
        yield page.answer(view.performance, 2)
    yield from _closing(view, page)


def _terms(view: AgreementView, page: Compose) -> Iterator[Block]:
    if not view.draft:
        yield page.answer("", 8)
    after_table = 0.0
    for place, term in enumerate(view.terms, start=1):
        bond = Bond.FIRM if term.schedules else Bond.FREE
        yield page.said("term", count=chinese_count(place), text=term.text, before=after_table, bond=bond)
        if term.schedules:
            yield schedule_table(term.schedules, page.words, page.role)
        after_table = 8.0 if term.schedules else 0.0


def _closing(view: AgreementView, page: Compose) -> Iterator[Block]:
    """The last sentences and the signatures: one group, so that nobody signs a sheet without text."""
    if view.form is AgreementForm.ORAL:
        yield page.said("effect_oral", before=8, bond=Bond.TOGETHER)
        yield page.said("oral_remark", bond=Bond.TOGETHER)
    else:
        yield page.said("effect", before=8, bond=Bond.TOGETHER)
        yield page.written(view.copies or page.words("copies", count=by_hand(None, 4)), bond=Bond.TOGETHER)
    yield from signature_blocks(view, page.words, page.role)


def _title(view: AgreementView) -> str:
    return "title_oral" if view.form is AgreementForm.ORAL else "title"


AGREEMENT = PaperKind(
    PAPER, AgreementView, _blocks, _title, signs=("foot_parties", "foot_mediator"), across=True, sizes=_SIZE
)
ORAL_AGREEMENT = PaperKind(
    "oral_agreement",
    AgreementView,
    _blocks,
    _title,
    signs=("foot_mediator",),
    across=True,
    sizes=_SIZE,
    worded=PAPER,
    empty=(("form", AgreementForm.ORAL),),
)

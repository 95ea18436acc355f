"""人民调解协议书 (domain §4.8, the Henan variant), and the oral agreement's registration sheet (§4.9)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.agreement_parties import party_block
from mediation_desk.documents.agreement_schedule import schedule_table
from mediation_desk.documents.agreement_signatures import signature_blocks
from mediation_desk.documents.agreement_view import AgreementForm, AgreementView
from mediation_desk.documents.archive import archived
from mediation_desk.documents.blanks import Blanks, letters
from mediation_desk.documents.blanks import missing_characters as _missing_characters
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Heading, Numbered, Paragraph, Title
from mediation_desk.documents.render import Furniture, rendered
from mediation_desk.documents.typefaces import Role, chain
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.reference.papers import Wording, wording

PAPER = "agreement"


def render_agreement(view: AgreementView, draft: bool) -> bytes:
    """The PDF: with 草稿 across it for a draft, PDF/A-1b otherwise. The same view gives the same bytes.

    Every character must have a typeface or be a declared blank (``missing_characters``); else ``ValueError``.
    """
    words = wording(PAPER, view.wording)
    title = words(_title(view))
    drawn = rendered(title, blocks(view), furniture(view, draft))
    return drawn if draft else archived(drawn, title, view.issued)


def agreement_text(view: AgreementView) -> str:
    """The text the paper must hold, in reading order, without heads and feet (``furniture(view).text``)."""
    return "\n".join(block.text() for block in blocks(view))


def furniture(view: AgreementView, draft: bool = False) -> Furniture:
    """Head and foot of the paper's sheets."""
    words = wording(PAPER, view.wording)
    blanks = Blanks(view)
    oral = view.form is AgreementForm.ORAL
    signs = (words("foot_parties"), words("foot_mediator"))
    return Furniture(
        head=f"{words(_title(view))}　{blanks.printed(view.number)}",
        signs=signs[1:] if oral else signs,
        code=f"{view.code}　{words('foot_draft', count=view.draft)}",
        page=words("foot_page", page="{page}", pages="{pages}"),
        issued=view.issued.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
        across=words("across_pages"),
        watermark=words("watermark") if draft else "",
    )


def blocks(view: AgreementView) -> list[Block]:
    """The parts of the paper in order."""
    return list(_blocks(view, wording(PAPER, view.wording), Blanks(view)))


def _blocks(view: AgreementView, words: Wording, blanks: Blanks) -> Iterator[Block]:
    role = body_role(view)
    yield Title(words(_title(view)))
    yield Numbered(words("number", number=blanks.printed(view.number)), role)
    for party in view.parties:
        yield party_block(party, words, blanks, role)
    yield Heading(words("facts"), before=12)
    yield Paragraph(blanks.printed(view.facts), role)
    yield Heading(words("terms_oral" if view.form is AgreementForm.ORAL else "terms"))
    yield from _terms(view, words, blanks, role)
    if view.performance:
        yield Heading(words("performance"))
        yield Paragraph(blanks.printed(view.performance), role)
    yield from _closing(view, words, blanks, role)


def _terms(view: AgreementView, words: Wording, blanks: Blanks, role: Role) -> Iterator[Block]:
    after_table = 0.0
    for place, term in enumerate(view.terms, start=1):
        text = words("term", count=chinese_count(place), text=blanks.printed(term.text))
        bond = Bond.FIRM if term.schedules else Bond.FREE
        yield Paragraph(text, role, before=after_table, bond=bond)
        if term.schedules:
            yield schedule_table(term.schedules, words, blanks, role)
        after_table = 8.0 if term.schedules else 0.0


def _closing(view: AgreementView, words: Wording, blanks: Blanks, role: Role) -> Iterator[Block]:
    """The last sentences and the signatures: one group, so that nobody signs a sheet without text."""
    if places := blanks.places(view, words):
        named = "".join(words("quoted_place", place=place) for place in places)
        yield Paragraph(words("blanks", places=named), role, before=8, bond=Bond.TOGETHER)
    if view.form is AgreementForm.ORAL:
        yield Paragraph(words("effect_oral"), role, before=8, bond=Bond.TOGETHER)
        yield Paragraph(words("oral_remark"), role, bond=Bond.TOGETHER)
    else:
        yield Paragraph(words("effect"), role, before=8, bond=Bond.TOGETHER)
        yield Paragraph(blanks.printed(view.copies), role, bond=Bond.TOGETHER)
    yield from signature_blocks(view, words, blanks, role)


def missing_characters(view: AgreementView) -> list[tuple[str, str, str]]:
    """What stops the issue: (place in the paper's words, character, ``U+323AF``) for each one no typeface draws.

    Characters among ``view.declared_blanks`` are not reported.
    """
    return _missing_characters(view, wording(PAPER, view.wording))


def body_role(view: AgreementView) -> Role:
    """仿宋 where it has every character of the paper, else 宋 throughout: one hand a paper, no patched names."""
    faces = chain(Role.FANG)
    drawn = (faces.drawn(letter) for letter in letters(view, wording(PAPER, view.wording)))
    return Role.FANG if all(one is None or one.face == 0 for one in drawn) else Role.SONG


def _title(view: AgreementView) -> str:
    return "title_oral" if view.form is AgreementForm.ORAL else "title"

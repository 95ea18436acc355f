"""人民调解当事人权利义务告知书 (domain §4.4): the form's opening, then the statute's own text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.compose import Compose, ticked
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, party_signatures
from mediation_desk.documents.typefaces import Role

_PARTS = (
    ("nature", 1),
    ("principles", 3),
    ("rights", 4),
    ("duties", 3),
    ("effect", 4),
    ("confirmation", 1),
    ("failure", 1),
)


@dataclass(frozen=True, kw_only=True)
class RightsView(PaperView):
    """``public`` is the parties' choice of 公开 or 不公开 (人民调解法 Art. 23), None while it is open."""

    parties: tuple[SignerView, ...] = ()
    public: bool | None = None


def _blocks(view: RightsView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.said("opening", before=8)
    for part, count in _PARTS:
        yield page.written(words(part), before=3, bond=Bond.FIRM, role=Role.HEI)
        for place in range(1, count + 1):
            yield page.said(f"{part}_{place}")
    chosen = (
        f"{ticked(view.public is True)}{words('choice_public')}　{ticked(view.public is False)}{words('choice_closed')}"
    )
    yield page.written(words("choice") + chosen, before=8, bond=Bond.FIRM)
    yield page.said("confirmed")
    yield from party_signatures(view.parties or (SignerView(role=words("party")),) * 2, page, "sign", "sign_how")


RIGHTS = PaperKind("rights", RightsView, _blocks, signs=("foot_party",))

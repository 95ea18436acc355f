"""What letters to parties begin and end with: whom they are to, and that they were received."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediation_desk.documents.canvas import MM
from mediation_desk.documents.compose import Compose, by_hand
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Paragraph
from mediation_desk.documents.papers.people import joined

_TAKEN = 10 * MM


def address(names: Sequence[str], page: Compose) -> Paragraph:
    """``王某、李某：`` at the left edge."""
    return page.said("to", name=by_hand(joined(names), 12), indent=0, before=10)


def received(names: Sequence[str], page: Compose) -> Iterator[Block]:
    """The receipt at the foot: whoever was given the letter signs and dates."""
    yield page.said("receipt", indent=0, before=8, bond=Bond.FIRM)
    for name in names or ("",):
        yield page.sign("sign_received", "how_received", _TAKEN, name=name)

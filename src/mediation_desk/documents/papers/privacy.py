"""个人信息处理告知书 (个人信息保护法 Arts. 17, 28-31): what is kept and why; consent, and 单独同意 line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mediation_desk.documents.compose import Compose, by_hand
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView

_PARTS = ("purpose", "kinds", "retention", "secrecy", "rights", "necessity")


class Sensitive(StrEnum):
    """Sensitive personal information (Art. 28) that a case may need."""

    ACCOUNT = "account"
    HEALTH = "health"
    MINOR = "minor"
    SPECIFIC = "specific"
    LOCATION = "location"
    BIOMETRIC = "biometric"


@dataclass(frozen=True, kw_only=True)
class PrivacyView(PaperView):
    """One person. ``sensitive`` are the kinds this case needs: each has its line to consent; a blank form has all.

    ``guardian`` signs for a minor (Art. 31).
    """

    name: str = ""
    guardian: str = ""
    contact: str = ""
    retention: str = ""
    sensitive: tuple[Sensitive, ...] = ()


def _blocks(view: PrivacyView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.said("to", name=by_hand(view.name, 8), indent=0, before=8)
    yield page.said("opening")
    yield page.said("handler", centre=view.centre, contact=by_hand(view.contact, 10))
    for part in _PARTS:
        values = {"retention": by_hand(view.retention, 6)} if part == "retention" else {}
        yield page.written(words(part, **values))
    yield page.said("consent", before=6)
    if view.guardian:
        yield page.sign("sign_guardian", "how_finger", name=view.guardian)
    else:
        yield page.sign("sign", "how_finger", name=view.name)
    asked = view.sensitive if view.name else tuple(Sensitive)
    if asked:
        yield page.written(words("separate"), indent=0, before=8, bond=Bond.FIRM)
    for kind in asked:
        yield page.sign(kind.value, "colon")


PRIVACY = PaperKind("privacy", PrivacyView, _blocks)

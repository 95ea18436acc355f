"""What an agreement says, plain and complete: the one thing a 人民调解协议书 is printed from.

The view is frozen and stored beside the paper, so everything the paper shows is in it as it was on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PartyKind(StrEnum):
    """A person, or a body that is represented by one."""

    PERSON = "person"
    ORGANISATION = "organisation"


class AgreementForm(StrEnum):
    """人民调解法 Art. 28: written, or oral and put down by the mediator."""

    WRITTEN = "written"
    ORAL = "oral"


@dataclass(frozen=True, kw_only=True)
class AgentView:
    """Who acts for a party. ``title`` is 委托代理人, 法定代理人, 监护人 …; ``authority`` 特别授权, 一般授权 or empty."""

    name: str
    title: str = "委托代理人"
    authority: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class PartyView:
    """A party as the paper shows it. Empty texts print a blank to be filled in by hand.

    ``identity`` is the document's number under ``identity_label``, or an organisation's 统一社会信用代码.
    ``age`` is in full years on the form's day.
    """

    role: str
    kind: PartyKind
    name: str
    sex: str = ""
    ethnicity: str = ""
    age: int | None = None
    occupation: str = ""
    phone: str = ""
    identity_label: str = ""
    identity: str = ""
    address: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    agents: tuple[AgentView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScheduleView:
    """What one obligee is paid and when: ``(due day, fen)`` in order."""

    obligee: str
    instalments: tuple[tuple[date, int], ...]


@dataclass(frozen=True, kw_only=True)
class TermView:
    """One term as it reads, and the payments it lists, if the paper shall show them as a table."""

    text: str
    schedules: tuple[ScheduleView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeclaredBlank:
    """A character no typeface draws, which the parties will write by hand and fingerprint."""

    char: str


@dataclass(frozen=True, kw_only=True)
class AgreementView:
    """The whole of one agreement.

    ``wording`` is the version of the fixed wording; ``copies`` the whole sentence about copies; ``code`` the short code in
    the page foot (no personal data); ``draft`` the 第n稿, 0 for a blank form; ``issued`` the instant of issue. Fields and
    their order never change: an issued paper is compared with what the record says now by these bytes.
    """

    wording: str
    form: AgreementForm = AgreementForm.WRITTEN
    number: str = ""
    centre: str
    parties: tuple[PartyView, ...] = ()
    facts: str = ""
    terms: tuple[TermView, ...] = ()
    performance: str = ""
    copies: str = ""
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    declared_blanks: tuple[DeclaredBlank, ...] = ()
    draft: int = 1
    issued: datetime
    code: str = ""


def view_bytes(view: AgreementView) -> bytes:
    """The view as JSON; the same view, the same bytes."""
    import msgspec  # not needed to make a paper, and 10 ms of its first one

    return msgspec.json.encode(view)


def view_from(data: bytes) -> AgreementView:
    """The view that ``view_bytes`` wrote. Raises ``msgspec.ValidationError`` for anything else."""
    import msgspec

    return msgspec.json.decode(data, type=AgreementView)

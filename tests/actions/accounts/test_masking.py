"""Lists show no whole number: whatever is personal is masked by the field's own facts, and names stay readable."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from mediation_desk.actions.masking import masked, masked_record
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.records import ALL, Account, Agent, Case, Party, Subject, Term

IDS = {"id": UUID(int=1), "centre_id": UUID(int=2)}
KING = Subject(
    **IDS,
    name="王𠮷",
    document_number="410823196803121212",
    phone="13839100001",
    address="和平街18号，电话 0391-7200000",
    credit_code="91410811MA0X1Y2T5X",
)


def test_identity_number_and_phone_are_masked_and_the_name_is_not() -> None:
    """What a list is for is told; what somebody behind the counter could note down is not."""
    shown = masked_record(KING)
    assert (shown.name, shown.document_number, shown.phone) == ("王𠮷", "410823********1212", "138****0001")
    assert shown.address == "和平街18号，电话 0391-***0000"
    assert shown.credit_code == KING.credit_code  # of a company, and public


def test_agents_are_masked_inside_their_list() -> None:
    """A number does not slip through for standing deeper."""
    agent = Agent("杨犇", "special", phone="13700000014", document_number="410825197601184511")
    party = Party(**IDS, case_id=UUID(int=3), subject_id=UUID(int=4), side="applicant", position=1, agents=(agent,))
    [shown] = masked_record(party).agents
    assert (shown.name, shown.phone, shown.document_number) == ("杨犇", "137****0014", "410825********4511")


def test_a_bank_account_shows_its_last_four() -> None:
    """Enough to tell two apart."""
    field = spec_of(Term).field("account")
    assert masked(field, "6228480000000000011") == "****0011"


def test_what_is_secret_is_dots_and_what_is_open_is_open() -> None:
    """A password's hash is nobody's to read; a case number is everybody's."""
    assert masked(spec_of(Account).field("password"), "$argon2id$…") == "••••"
    assert masked(spec_of(Account).field("password"), "") == ""
    assert masked(spec_of(Case).field("number"), "（2026）木城人调字第03012号") == "（2026）木城人调字第03012号"


PERSONAL = [(kind, f.name) for kind in ALL for f in spec_of(kind) if f.facet.personal and f.plain is str]


@pytest.mark.parametrize(("kind", "name"), PERSONAL, ids=lambda v: v if isinstance(v, str) else v.kind)
def test_no_personal_text_shows_a_whole_number(kind: type[Record], name: str) -> None:
    """Whatever field a number was typed into: six digits in a row are never left, but for the front of an identity card."""
    shown = masked(spec_of(kind).field(name), "13839100001")
    assert not re.search(r"\d{6}", shown)
    assert masked(spec_of(kind).field(name), "") == ""

"""The records behind the other papers: each on its page, shown when it can be used, written once."""

from __future__ import annotations

from uuid import UUID

import pytest
from tests.actions.dossier.told import told
from tests.ui.case.conftest import Dossier

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.ui.case.pages import PAGES
from mediation_desk.ui.case.record_pages.performance import PerformancePage

_KNOWN = ("mandates", "volumes", "confirmations")
"""What case 2 has already, and of which a page opens the one there is."""


@pytest.fixture
def second(dossier: Dossier) -> Dossier:
    """Case 2 after its agreement took effect."""
    dossier.case_id = told(dossier.seat, "case2").case.id
    return dossier


def keys_of(file: CaseFile) -> list[str]:
    """The pages that can be used in a case."""
    return [kind.key for kind in PAGES if kind.shown(file)]


def test_pages_come_when_they_can_be_used(dossier: Dossier) -> None:
    """A new case is not littered with what comes after an agreement."""
    before = keys_of(dossier.file)
    after = keys_of(told(dossier.seat, "case2"))
    for key in ("performances", "follow_ups", "confirmations", "volumes"):
        assert key not in before
        assert key in after
    assert "mandates" in after
    assert "terminations" not in after


def test_every_record_page_opens_and_writes_nothing_by_itself(second: Dossier) -> None:
    """To look is not to write: leaving a page untouched leaves no record behind."""
    before = second.file
    space = second.open(case=second.case_id)
    for kind in PAGES:
        if space.here is None or space.here.kind != kind.key:
            second.go(space, kind.key)
        assert space.here is not None
        assert space.here.kind == kind.key
    second.rest(space)
    after = second.file
    assert after == before


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("follow_ups", {"situation": "工资已付清，双方满意。"}),
        ("referrals", {"body": "焦作市解放区人民法院"}),
        ("undisputed", {"facts": "欠付工资数额。"}),
        ("disclosures", {"statement": "无利害关系。"}),
        ("terminations", {"explanation": "分歧较大。"}),
        ("non_acceptances", {"explanation": "已向法院起诉。"}),
        ("service_addresses", {"postcode": "454000"}),
        ("mandates", {"further": "代为领取款项。"}),
        ("volumes", {"remark": "附光盘一张。"}),
        ("confirmations", {"note": "已预约。"}),
        ("performances", {"proof": "银行回单"}),
    ],
)
def test_what_is_typed_is_written_once(second: Dossier, kind: str, fields: dict[str, str]) -> None:
    """Saved twice, it is one record; what was known of it before is kept."""
    before = len(getattr(second.file, kind))
    space = second.open(case=second.case_id)
    page = second.go(space, kind)
    for name, words in fields.items():
        binding = second.binding(page, name)
        binding.retype({"code": words, "text": words} if isinstance(binding.typed(), dict) else words)
    page.touched()
    second.saved(space)
    second.saved(space)
    written = getattr(second.file, kind)
    assert len(written) == (max(before, 1) if kind in _KNOWN else before + 1)
    assert any(all(getattr(r, n) == w for n, w in fields.items()) for r in written)


def test_a_performance_takes_the_case_to_that_stage(dossier: Dossier) -> None:
    """The first payment is what shows that the agreement is being performed."""
    case_id: UUID = told(dossier.seat, "case3").case.id
    dossier.case_id = case_id
    space = dossier.open(case=dossier.case_id)
    page = dossier.go(space, "performances")
    assert isinstance(page, PerformancePage)
    dossier.binding(page, "proof").retype("转账凭证")
    page.touched()
    dossier.saved(space)
    assert "performing" in {step.stage for step in load(dossier.seat, case_id).stages}

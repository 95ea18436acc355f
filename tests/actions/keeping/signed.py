"""A case as far as its signed agreement: paper and content in blobs, a scan, facts of signing."""

from __future__ import annotations

from dataclasses import dataclass

from tests.desk_fixtures import neighbours

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Agreement, Case, Evidence, Paper, Signing
from mediation_desk.domain.roles import AGREE, INQUIRE, ISSUE, SIGN


@dataclass(frozen=True)
class Signed:
    """What was written."""

    case: Case
    paper: Paper
    scan: str


def signed_case(seat: Seat) -> Signed:
    """Write it through the door, blobs first."""
    case = neighbours(seat)
    own = {"centre_id": case.centre_id, "case_id": case.id}
    view, pdf, scan = (seat.desk.blobs.put(c).digest for c in (b'{"view": 1}', b"%PDF-1.7", b"\xff\xd8 scan"))
    with seat.write(INQUIRE, case.centre_id) as unit:
        unit.put(Evidence(id=unit.new_id(), position=1, name="照片", blobs=(scan,), **own))
    with seat.write(AGREE, case.centre_id) as unit:
        agreement = unit.put(Agreement(id=unit.new_id(), number=case.number, facts="卫生间渗漏", **own))
    with seat.write(ISSUE, case.centre_id) as unit:
        paper = unit.put(
            Paper(
                id=unit.new_id(),
                paper_kind="agreement",
                agreement_id=agreement.id,
                code="K7-1",
                wording="1",
                view=view,
                pdf=pdf,
                pages=1,
                copies=3,
                issued_at=unit.context.at,
                **own,
            )
        )
    with seat.write(SIGN, case.centre_id) as unit:
        unit.put(
            Signing(
                id=unit.new_id(),
                agreement_id=agreement.id,
                paper_id=paper.id,
                fact="signed",
                on=seat.desk.today,
                **own,
            )
        )
    return Signed(case, paper, scan)

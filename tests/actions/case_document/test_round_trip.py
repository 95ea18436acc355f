"""What is shown can be recorded again, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select
from tests.actions.case_document.documents import case_documents

from mediation_desk.actions.case_document import json_schema, record, show_case, to_json
from mediation_desk.actions.case_document.dossier_lists import DOSSIER_LISTS
from mediation_desk.actions.case_document.schema import SHOWN_BY
from mediation_desk.actions.case_document.values import called, written_fields
from mediation_desk.actions.sample.plan import CASES, case_bytes
from mediation_desk.actions.seat import Seat
from mediation_desk.records.tables import OP

Check = Callable[[Seat, bytes], dict[str, Any]]


def changes(seat: Seat) -> int:
    """How many changes the journal holds."""
    with seat.read() as reader:
        return int(reader.connection.execute(select(func.count()).select_from(OP)).scalar_one())


def round_trip(seat: Seat, data: bytes) -> dict[str, Any]:
    """Record a new case, show it, record what was shown; nothing may change. The document as shown."""
    (done,) = record(seat, data)
    shown = to_json(show_case(seat, done.case_id))
    before = changes(seat)
    (again,) = record(seat, shown)
    assert (again.case_id, again.number, again.new, again.changed) == (done.case_id, done.number, False, False)
    assert changes(seat) == before
    assert to_json(show_case(seat, done.case_id)) == shown
    document = msgspec.json.decode(shown)
    jsonschema.validate(document, json_schema(), cls=jsonschema.Draft202012Validator)
    assert isinstance(document, dict)
    return document


@given(document=case_documents())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_case_shown_and_recorded_again_is_unchanged(seat: Seat, document: dict[str, Any]) -> None:
    """Whatever a case holds, handing back what was shown writes not one change, and the schema knows what is shown."""
    shown = round_trip(seat, msgspec.json.encode(document))
    for name in ("claims", "inquiries", "evidence", "meetings", *(one.name for one in DOSSIER_LISTS)):
        assert len(shown[name]) == len(document.get(name, ()))
    assert [t["schedule"] for t in (shown["agreement"] or {"terms": []})["terms"]] == [
        t["schedule"] for t in (document["agreement"] or {"terms": []})["terms"]
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_three_cases_make_the_round(seat: Seat, name: str) -> None:
    """The sample's three cases come back with every field they were given."""
    given_document = msgspec.json.decode(case_bytes(name))
    shown = round_trip(seat, case_bytes(name))
    for part in ("facts", "mediators", "recorder", "applied_on", "accepted_on", "risk_report"):
        assert shown[part] == given_document.get(part, "")
    assert [p["name"] for p in shown["parties"]] == [p["name"] for p in given_document["parties"]]
    assert [m["minutes"] for m in shown["meetings"]] == [m["minutes"] for m in given_document["meetings"]]


def test_every_field_of_the_records_stands_in_the_document() -> None:
    """A field added to a record is not forgotten by the document: else what is shown would not be the whole case."""
    for part, records in SHOWN_BY.items():
        names = {f.name for f in msgspec.structs.fields(part)}
        assert {called(f) for r in records for f in written_fields(r)} <= names

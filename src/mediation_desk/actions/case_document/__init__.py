"""The case document: one JSON object for a case with everything in it, recorded, shown, and shown to round-trip."""

from mediation_desk.actions.case_document.problems import DocumentRefused, Fault
from mediation_desk.actions.case_document.recording import Recorded, record, show, show_case, show_file
from mediation_desk.actions.case_document.schema import json_schema
from mediation_desk.actions.case_document.shape import CaseDocument
from mediation_desk.actions.case_document.showing import to_json

__all__ = [
    "CaseDocument",
    "DocumentRefused",
    "Fault",
    "Recorded",
    "json_schema",
    "record",
    "show",
    "show_case",
    "show_file",
    "to_json",
]

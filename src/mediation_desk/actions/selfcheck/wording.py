"""The words of the agreement: amounts written twice, doubtful wording, and what a court would not confirm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.papers import missing as missing_characters
from mediation_desk.actions.selfcheck.checked import REVIEW, Checked
from mediation_desk.domain.capital_pairs import unequal_amounts
from mediation_desk.domain.confirmable import doubts
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Term
from mediation_desk.domain.terms import check_schedule
from mediation_desk.domain.wording_hints import UNCLEAR, broken, broken_by_all
from mediation_desk.domain.words import N_, Say

_AMOUNTS = "《支付结算办法》附件一（大小写金额一致）"
_CODES = "GB 18030-2022；此字留空格手写并按指印"


def wording(file: CaseFile) -> Iterator[Checked]:
    """Term by term, then what only all of them together say."""
    agreement = file.agreement
    if agreement is None:
        return
    for place, term in enumerate(file.terms, start=1):
        yield from _of_term(term, place)
    for field, text in (("facts", agreement.facts), ("method", agreement.method)):
        yield from _amounts(text, "agreement", field, 0)
        for rule in broken(text) if field == "method" else ():
            yield Checked(Say(rule.sentence), rule.basis, "agreement", field, severity=Severity.HINT)
    texts = [_text(term) for term in file.terms]
    for rule in broken_by_all([agreement.facts, agreement.method, *texts]):
        yield Checked(Say(rule.sentence), rule.basis, "agreement", "terms", severity=Severity.HINT)


def characters(file: CaseFile, at: datetime) -> Iterator[Checked]:
    """Characters of the agreement that no typeface here has."""
    if file.agreement is None or len(file.parties) < 2:
        return
    for where, char, code in missing_characters(file, at):
        values: dict[str, object] = {"char": char, "code": code, "place": where}
        yield Checked(
            Say(N_("No typeface here can print “{char}” ({code}) in: {place}."), values), _CODES, "agreement", "blanks"
        )


def _of_term(term: Term, place: int) -> Iterator[Checked]:
    text = _text(term)
    yield from _amounts(text, "agreement", "terms", place)
    try:
        check_schedule(term)
    except KnownProblem as problem:
        yield Checked(problem.sentence, UNCLEAR, "agreement", "schedule", place)
    for rule in broken(text):
        said = Say(N_("Term {place}: {what}"), {"place": place, "what": Say(rule.sentence)})
        yield Checked(said, rule.basis, "agreement", "terms", place, Severity.HINT)
    for doubt in doubts(term):
        said = Say(N_("Term {place}: {what}"), {"place": place, "what": Say(doubt.sentence)})
        yield Checked(said, doubt.basis, "agreement", doubt.field, place, Severity.HINT)


def _amounts(text: str, page: str, field: str, place: int) -> Iterator[Checked]:
    for pair in unequal_amounts(text):
        values: dict[str, object] = {"digits": pair.digits, "words": pair.words}
        said = Say(N_("{digits} and {words} are not the same amount."), values)
        yield Checked(said, f"{_AMOUNTS}；{REVIEW}", page, field, place)


def _text(term: Term) -> str:
    return "\n".join(part for part in (term.text, term.method, term.standard, term.consequence) if part.strip())

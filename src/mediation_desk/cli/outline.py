"""A case as text to read: its pages in the order of the dossier, each filled field with its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from mediation_desk.actions.case_document.dossier_lists import DOSSIER_LISTS
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.case_words import stage_words, words_of
from mediation_desk.actions.due import due_of
from mediation_desk.actions.undoing import KINDS
from mediation_desk.domain.effect import STATE_LABELS
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.terms import has_table, term_text
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _, say

# What is said by the place of an entry, by the heading, or by the text of a term.
_SAID_ELSEWHERE = frozenset(
    (
        *("number", "number_year", "number_infix", "number_serial", "rules_on", "title", "position"),
        *("subject_id", "agreement_id", "term_id", "subject_kind", "blobs", "name"),
    )
)


def outline(file: CaseFile, names: dict[UUID, str]) -> Iterator[str]:
    """The lines of a case."""
    yield f"{file.case.number}  {file.case.title}"
    yield f"{file.centre.name}  ·  {_state(file)}"
    yield from _section(N_("Case"), _fields(file.case, names))
    stages = (f"{step.on}  {stage_words(step.stage)}" for step in file.steps)
    yield from _section(N_("Course of the case"), stages)
    yield from _section(N_("Parties"), _parties(file, names))
    claims = [f"{c.text}{f'  {format_amount(c.amount)}' if c.amount is not None else ''}" for c in file.claims]
    yield from _section(N_("Claims"), _numbered(claims))
    yield from _entries(N_("Inquiry"), file.inquiries, names)
    yield from _section(N_("Evidence"), _numbered([_in_line(e.name, e, names) for e in file.evidence]))
    yield from _entries(N_("Meeting"), file.meetings, names)
    yield from _agreement(file, names)
    for kept in DOSSIER_LISTS:
        yield from _entries(KINDS[kept.record.kind], kept.stored(file), names)
    yield from _section(N_("Due"), (f"{d.deadline.last}  {say(d.what)}" for d in due_of(file)))


def _state(file: CaseFile) -> str:
    effect = file.effect
    stage = stage_words(file.stage)
    if effect is None:
        return stage
    on = f" {effect.on}" if effect.on else ""
    return f"{stage}  ·  {_(STATE_LABELS[effect.state])}{on}"


def _parties(file: CaseFile, names: dict[UUID, str]) -> Iterator[str]:
    for entry in file.parties:
        side = words_of(spec_of(type(entry.party)).field("side"), entry.party.side, names)
        yield f"{side}  {entry.name}"
        yield from (f"  {line}" for line in _fields(entry.subject, names))
        yield from (f"  {line}" for line in _fields(entry.party, names, besides=("side",)))


def _agreement(file: CaseFile, names: dict[UUID, str]) -> Iterator[str]:
    if file.agreement is None:
        return
    yield from _section(N_("Agreement"), _fields(file.agreement, names))
    yield from _section(N_("Terms"), _terms(file, names))
    yield from _section(N_("Signing"), (_in_line("", s, names) for s in file.standing_signings))
    yield from _section(N_("Performance"), (_in_line("", p, names) for p in file.performances))


def _terms(file: CaseFile, names: dict[UUID, str]) -> Iterator[str]:
    for place, term in enumerate(file.terms, start=1):
        yield f"{place}. {term_text(term, lambda party: names.get(party, '—'))}"
        if has_table(term):
            yield from (f"   {part.due}  {format_amount(part.amount):>14}" for part in term.schedule)


def _entries(label: str, records: Sequence[Record], names: dict[UUID, str]) -> Iterator[str]:
    for place, record in enumerate(records, start=1):
        yield from _section(label, _fields(record, names), place)


def _section(label: str, lines: Iterator[str], place: int | None = None) -> Iterator[str]:
    filled = list(lines)
    if filled:
        yield ""
        yield f"【{_(label)}{place or ''}】"
        yield from (f"  {line}" for line in filled)


def _numbered(texts: Sequence[str]) -> Iterator[str]:
    yield from (f"{place}. {text}" for place, text in enumerate(texts, start=1))


def _fields(record: Record, names: dict[UUID, str], besides: Sequence[str] = ()) -> Iterator[str]:
    for field in spec_of(type(record)):
        value = getattr(record, field.name)
        if value and field.name not in (*_SAID_ELSEWHERE, *besides):
            yield f"{_(field.facet.label)}：{words_of(field, value, names)}"


def _in_line(head: str, record: Record, names: dict[UUID, str]) -> str:
    """A small record on one line: its values without labels."""
    parts = [head]
    for field in spec_of(type(record)):
        value = getattr(record, field.name)
        if field.name not in _SAID_ELSEWHERE and field.name != "paper_id" and not isinstance(value, bool):
            parts.append(words_of(field, value, names))
    return "  ".join(part for part in parts if part)

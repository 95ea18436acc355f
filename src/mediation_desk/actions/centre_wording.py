"""A centre's own wording of a paper: read from a file, held to the shipped one, kept as a record for all its desks.

The file is TOML as the shipped ones are: ``version``, ``effective``, ``source`` and a table ``phrases`` with those that
differ. A wording that breaks a rule is refused with each place and its rule; one that came from elsewhere and is broken
is left aside, and the shipped one prints.
"""

from __future__ import annotations

import string
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.typefaces import missing as without_face
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import CentreWording, Phrase
from mediation_desk.domain.roles import SETTINGS
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.papers import Wording, wording, wording_on, wordings

NO_SUCH_PAPER = N_("There is no paper of the kind “{kind}”. Nothing was changed.")
NOT_TOML = N_("This file is not TOML in UTF-8. Nothing was changed.")
_HEAD = {"version": str, "effective": date, "source": str, "phrases": dict}


@dataclass(frozen=True, slots=True)
class WordingFault:
    """The name of a phrase (or of a line of the head), and the rule it breaks."""

    place: str
    rule: Say


class WordingRefused(KnownProblem):
    """A wording that breaks rules; the one that was in use stays. ``faults`` holds every place."""

    def __init__(self, faults: tuple[WordingFault, ...]) -> None:
        self.faults = faults
        listed = Say("")
        for fault in reversed(faults):
            listed = Say(N_("\n{path}: {rule}{rest}"), {"path": fault.place, "rule": fault.rule, "rest": listed})
        super().__init__(
            N_("The wording was not taken: {count} places are not right. The one that was in use stays.{places}"),
            count=len(faults),
            places=listed,
        )


def take_wording(seat: Seat, centre_id: UUID, kind: str, data: bytes) -> CentreWording:
    """Read a centre's own wording of a kind of paper and keep it. ``WordingRefused`` with every fault."""
    seat.require(SETTINGS, centre_id)
    base = _base(kind)
    try:
        read = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownProblem(NOT_TOML) from error
    faults = [*_head_faults(read), *wording_faults(base, _phrases(read))]
    if faults:
        raise WordingRefused(tuple(faults))
    with seat.write(SETTINGS, centre_id) as unit:
        return unit.put(
            CentreWording(
                id=unit.new_id(),
                centre_id=centre_id,
                paper_kind=kind,
                version=read["version"],
                base=base.version,
                effective=read["effective"],
                source=read["source"],
                phrases=tuple(Phrase(name, text) for name, text in read["phrases"].items()),
            )
        )


def wording_faults(base: Wording, phrases: Mapping[str, object]) -> Iterator[WordingFault]:
    """Every phrase that is none of the shipped wording's, is empty, lacks or invents a place, or cannot be printed."""
    for name, text in phrases.items():
        if name not in base.phrases:
            yield WordingFault(name, Say(N_("this paper has no phrase of that name")))
        elif not isinstance(text, str) or not text.strip():
            yield WordingFault(name, Say(N_("a phrase is text and not empty")))
        else:
            yield from _text_faults(name, text, base.phrases[name])


def words_for(file: CaseFile, kind: str) -> Wording:
    """The wording a paper of this case is made with now: the centre's latest that is whole, else the shipped one."""
    own = [w for w in file.wordings if w.paper_kind == kind and w.effective <= file.case.rules_on]
    for record in sorted(own, key=lambda w: (w.effective, w.id.int), reverse=True):
        words = _words(file, record)
        if words is not None:
            return words
    return wording_on(kind, file.case.rules_on)


def words_named(file: CaseFile, kind: str, version: str) -> Wording | None:
    """The wording of that version, the centre's or a shipped one; ``None`` when it is not here (any more)."""
    for record in file.wordings:
        if record.paper_kind == kind and _version(file, record) == version:
            return _words(file, record)
    return next((w for w in wordings(kind) if w.version == version), None)


def _words(file: CaseFile, record: CentreWording) -> Wording | None:
    try:
        base = wording(record.paper_kind, record.base)
    except KeyError:
        return None
    own = {phrase.name: phrase.text for phrase in record.phrases}
    if any(wording_faults(base, own)):
        return None
    phrases = MappingProxyType({**base.phrases, **own})
    return Wording(record.paper_kind, _version(file, record), record.effective, record.source, phrases)


def _version(file: CaseFile, record: CentreWording) -> str:
    return f"{file.centre.short_name}/{record.version}"


def _base(kind: str) -> Wording:
    try:
        return wordings(kind)[-1]
    except KeyError as error:
        raise KnownProblem(NO_SUCH_PAPER, kind=kind) from error


def _phrases(read: dict[str, Any]) -> Mapping[str, object]:
    phrases = read.get("phrases")
    return phrases if isinstance(phrases, dict) else {}


def _head_faults(read: dict[str, Any]) -> Iterator[WordingFault]:
    for name, kind in _HEAD.items():
        if not isinstance(read.get(name), kind) or not read[name]:
            yield WordingFault(name, Say(N_("this is needed: version and source as text, effective as a day, phrases")))
    for name in read.keys() - _HEAD.keys():
        yield WordingFault(name, Say(N_("a wording has no such line")))


def _text_faults(name: str, text: str, shipped: str) -> Iterator[WordingFault]:
    try:
        same = _places(text) == _places(shipped)
    except ValueError:
        yield WordingFault(name, Say(N_("a brace is open: places are written like {example}"), {"example": "{day}"}))
        return
    if not same:
        places = "、".join(f"{{{place}}}" for place in sorted(_places(shipped))) or "—"
        yield WordingFault(name, Say(N_("the places of this phrase are: {places}"), {"places": places}))
    if any(unicodedata.category(char) == "Cc" for char in text):
        yield WordingFault(name, Say(N_("there is a control character in the text, which no paper can print")))
    for char, _ in without_face(text):
        yield WordingFault(name, Say(N_("no typeface here can print “{char}”"), {"char": char}))


def _places(text: str) -> set[str]:
    return {place for _, place, _, _ in string.Formatter().parse(text) if place is not None}

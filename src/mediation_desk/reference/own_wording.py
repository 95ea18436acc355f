"""A centre's own wording of a paper, held to what the shipped one fills in. A broken one never reaches a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import Formatter
from types import MappingProxyType

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.papers import Wording

UNKNOWN = N_("The form has no text named {phrase}. Nothing was changed; the built-in wording is used.")
EMPTY = N_("“{shipped}” cannot be left empty. Nothing was changed; the built-in wording is used.")
BRACES = N_("“{own}”: a brace stands alone. Nothing was changed; the built-in wording is used.")
LACKS = N_(
    "“{own}” lacks {place}, which is filled in from the case. Nothing was changed; the built-in wording is used."
)
FOREIGN = N_("“{own}”: the form cannot fill in {place}. Nothing was changed; the built-in wording is used.")


def own_wording(shipped: Wording, phrases: Mapping[str, str], version: str, source: str) -> Wording:
    """The shipped wording with some phrases in the centre's own words.

    ``KnownProblem``, naming the text and the rule, for a phrase the form does not have, an empty one, a lone brace, or
    other places to fill in than the shipped phrase has (each at least once).
    """
    for phrase, own in phrases.items():
        _check(shipped, phrase, own)
    return replace(shipped, version=version, source=source, phrases=MappingProxyType({**shipped.phrases, **phrases}))


def _check(shipped: Wording, phrase: str, own: str) -> None:
    if phrase not in shipped.phrases:
        raise KnownProblem(UNKNOWN, phrase=phrase)
    asked = shipped.phrases[phrase]
    if not own.strip():
        raise KnownProblem(EMPTY, shipped=asked)
    wanted, given = set(_places(asked)), set(_places(own))
    for place in sorted(wanted - given):
        raise KnownProblem(LACKS, own=own, place=f"{{{place}}}")
    for place in sorted(given - wanted):
        raise KnownProblem(FOREIGN, own=own, place=f"{{{place}}}")


def _places(text: str) -> Iterator[str]:
    """What stands between braces, conversions and formats with it."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise KnownProblem(BRACES, own=text) from error
    for _, field, layout, conversion in parts:
        if field is not None:
            yield field + (f"!{conversion}" if conversion else "") + (f":{layout}" if layout else "")

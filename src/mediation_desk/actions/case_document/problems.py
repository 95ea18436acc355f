"""What is wrong with a document, all of it at once: each place by its JSON path, with the rule it breaks."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say

SHOWN_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One place (``$.parties[0].born_on``) and the rule it breaks. Never holds the value, which may be personal."""

    path: str
    rule: Say


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, path: str, rule: Say) -> None:
        """Note a fault."""
        self.found.append(Fault(path, rule))

    def refuse(self) -> None:
        """Raise ``DocumentRefused`` when there is any."""
        if self.found:
            raise DocumentRefused(tuple(self.found))


class DocumentRefused(KnownProblem):
    """A document that breaks rules; nothing of it was recorded. ``faults`` holds every place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(
            N_("Nothing was recorded: {count} places in the document are not right.{places}"),
            count=len(faults),
            places=_listed(faults[:SHOWN_AT_MOST], more=len(faults) - SHOWN_AT_MOST),
        )


def _listed(faults: tuple[Fault, ...], more: int) -> Say:
    rest = Say(N_("\n… and {count} more"), {"count": more}) if more > 0 else Say("")
    for fault in reversed(faults):
        rest = Say(N_("\n{path}: {rule}{rest}"), {"path": fault.path, "rule": fault.rule, "rest": rest})
    return rest

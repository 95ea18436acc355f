"""Who and what a document means by a name: a register entry, a point, a party, a paper, or a place in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.records import Mediator, Point
from mediation_desk.records.reading import Reader


class Directory:
    """Names for identities. A name that two share stands for neither: such are written as their identity.

    ``also``: identities known without a name. ``formerly``: names that still stand for someone where nobody has them now.
    """

    def __init__(
        self,
        names: Iterable[tuple[UUID, str]],
        also: Iterable[UUID] = (),
        formerly: Iterable[tuple[UUID, str]] = (),
    ) -> None:
        self._names = dict(names)
        self._ids = {*self._names, *also}
        counts = Counter(self._names.values())
        self._unique = {name: i for i, name in self._names.items() if name and counts[name] == 1}
        self._unique |= {name: i for i, name in formerly if name not in counts}

    def name_of(self, identity: UUID) -> str:
        """The name a document uses."""
        name = self._names.get(identity, "")
        return name if name in self._unique else str(identity)

    def id_of(self, text: str) -> UUID | None:
        """Who is meant, by name or identity; ``None`` when nobody or more than one is."""
        if text in self._unique:
            return self._unique[text]
        try:
            identity = UUID(text)
        except ValueError:
            return None
        return identity if identity in self._ids else None


NOBODY = Directory(())


@dataclass(frozen=True, slots=True)
class Register:
    """The mediators and points of a centre."""

    mediators: Directory
    points: Directory


def register_of(reader: Reader, centre_id: UUID) -> Register:
    """The register of a centre; entries that were taken out are known by their identity only."""

    def directory(kind: type[Mediator] | type[Point]) -> Directory:
        standing = reader.find(kind, centre_id=centre_id)
        every = reader.find(kind, voided=True, centre_id=centre_id)
        return Directory(((r.id, r.name) for r in standing), also=(r.id for r in every))

    return Register(directory(Mediator), directory(Point))


@dataclass(frozen=True, slots=True)
class Names:
    """All that the parts of one document may name. ``terms`` and ``signings`` are named by their place, from 1."""

    register: Register
    parties: Directory = NOBODY
    papers: Directory = NOBODY
    terms: Sequence[UUID] = ()
    signings: Sequence[UUID] = ()


def place_of(identities: Sequence[UUID], identity: UUID | None) -> int | None:
    """The place in a list, from 1; ``None`` for what is not in it."""
    return identities.index(identity) + 1 if identity in identities else None


def refs_for(names: Mapping[UUID, str]) -> dict[UUID, str]:
    """A ``ref`` for each party whose name another one bears too, or that has none."""
    counts = Counter(names.values())
    stem = "party-"
    while any(name.startswith(stem) for name in counts):
        stem += "-"
    return {
        identity: f"{stem}{place}"
        for place, (identity, name) in enumerate(names.items(), start=1)
        if counts[name] > 1 or not name
    }

"""A record bound to the widgets of a page: what it was when read, what is typed now, and what moved underneath."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Generic, TypeVar
from uuid import UUID

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.journal.values import plain, revive
from mediation_desk.ui.case.binding import Binding

R = TypeVar("R", bound=Record)


class BoundRecord(Generic[R]):
    """``base`` is the record the page was filled from: as it was read, or the blank a new one begins with (``new``).

    ``wanted``: to be written even when nothing is typed into it.

    A change is always handed over with the record it was typed upon, so that nobody's value is overwritten unseen.
    """

    def __init__(self, base: R, *, new: bool = False) -> None:
        self.base = base
        self.new = new
        self.wanted = False
        self.fields: dict[str, Binding] = {}

    def bind(self, name: str, binding: Binding) -> Binding:
        """Bind a field and show its value."""
        spec_of(type(self.base)).field(name)
        self.fields[name] = binding
        binding.show(getattr(self.base, name))
        return binding

    def on_edited(self, heard: Callable[[], object]) -> None:
        """Call ``heard`` whenever something is typed into one of the widgets."""
        for binding in self.fields.values():
            binding.on_edited(heard)

    def settle(self) -> None:
        """Finish what is being typed."""
        for binding in self.fields.values():
            binding.settle()

    def value(self) -> R:
        """The record as it is to be. A field that cannot be read keeps the value it had."""
        now = {name: b.value() for name, b in self.fields.items() if b.readable}
        return dataclasses.replace(self.base, **now)

    @property
    def was(self) -> R | None:
        """The record this change was made from; none for a new one."""
        return None if self.new else self.base

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.wanted or self.value() != self.base

    @property
    def unread(self) -> list[Binding]:
        """The fields whose text cannot be understood."""
        return [b for b in self.fields.values() if not b.readable]

    @property
    def dirty(self) -> bool:
        """Whether something stands on the screen that is not in the record."""
        return self.wanted or any(self._differs(name, b) for name, b in self.fields.items())

    def written(self, record: R) -> None:
        """It was written as ``record``; what was typed since is a change upon that."""
        self.base, self.new, self.wanted = record, False, False

    def become(self, record: R) -> None:
        """It is another record that was there already: show that, whatever was typed."""
        self.base, self.new = record, False
        for name, binding in self.fields.items():
            binding.show(getattr(record, name))

    def refresh(self, fresh: R) -> list[str]:
        """The record has moved: show what is not being typed, and say which fields are and moved underneath.

        The merge groups of those keep the value they were typed upon, so that the writing shows both.
        """
        spec = spec_of(type(fresh))
        typed = {n for n, b in self.fields.items() if self._differs(n, b) and not self._agrees(b, getattr(fresh, n))}
        groups = {spec.field(n).facet.group for n in typed}
        held = {f.name for f in spec if f.facet.group in groups}
        crossed = [n for n in sorted(typed) if self._moved(spec.group(spec.field(n).facet.group), fresh)]
        for name, binding in self.fields.items():
            if name not in held and getattr(fresh, name) != getattr(self.base, name):
                binding.show(getattr(fresh, name))
        kept = {f.name: getattr(self.base, f.name) for f in spec if f.name in held and crossed}
        self.base, self.new = dataclasses.replace(fresh, **kept), False
        return crossed

    @staticmethod
    def _agrees(binding: Binding, value: Any) -> bool:
        return binding.readable and not binding.pending and bool(binding.value() == value)

    def _moved(self, names: tuple[str, ...], fresh: R) -> bool:
        return any(getattr(fresh, n) != getattr(self.base, n) for n in names)

    def take(self, fresh: R, group: str, *, theirs: bool) -> None:
        """A difference over a merge group is settled: it has been seen, and ``theirs`` or what is typed stands."""
        names = spec_of(type(fresh)).group(group)
        self.base = dataclasses.replace(self.base, **{n: getattr(fresh, n) for n in names})
        for name in names:
            if theirs and name in self.fields:
                self.fields[name].show(getattr(fresh, name))

    def draft(self) -> dict[str, Any]:
        """What is on the screen, and the record it was typed upon, as JSON."""
        was = {f.name: plain(getattr(self.base, f.name)) for f in spec_of(type(self.base))}
        typed = {name: b.typed() for name, b in self.fields.items() if self._differs(name, b)}
        return {"id": str(self.base.id), "new": self.new, "wanted": self.wanted, "was": was, "typed": typed}

    def _differs(self, name: str, binding: Binding) -> bool:
        return not binding.readable or binding.pending or bool(binding.value() != getattr(self.base, name))

    def bring_back(self, draft: dict[str, Any]) -> None:
        """Show a draft again, upon the record it was typed upon; then bring it up to the record as it is now.

        A draft of a record that was taken out meanwhile becomes what is typed into the new one shown here.
        """
        now, new = self.base, self.new
        self.wanted = draft.get("wanted", False)
        own = UUID(draft["id"]) if draft["new"] or not new else now.id
        spec = spec_of(type(now))
        was = {f.name: revive(draft["was"][f.name], f.type) for f in spec if f.name in draft["was"]}
        self.base = dataclasses.replace(now, id=own, **was)
        for name, binding in self.fields.items():
            binding.show(getattr(self.base, name))
            if name in draft["typed"]:
                binding.retype(draft["typed"][name])
        if not new:
            self.refresh(now)

    def give_up(self) -> None:
        """Show the record again and forget what was typed."""
        self.wanted = False
        for name, binding in self.fields.items():
            binding.show(getattr(self.base, name))

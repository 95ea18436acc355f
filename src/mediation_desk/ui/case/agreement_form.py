"""What the agreement itself says beside its terms: form, number, day, who mediated, facts, copies."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.copies import copies_for
from mediation_desk.domain.records import Agreement
from mediation_desk.reference.language import _
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import codes_of, line, many_ids, one_of, suggested, text, yes_no
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.look.tokens import Tone


class BlanksBinding(Binding):
    """The characters that are left blank for the hand; each can be taken back."""

    def retype(self, typed: object) -> None:
        self._fill(tuple(typed) if isinstance(typed, list | tuple) else ())


class AgreementForm:
    """The fields of an agreement on its page. ``put`` is the page's own way to bind a field into a form."""

    def __init__(self, bound: BoundRecord[Agreement], file: CaseFile, put: Callable[..., Binding]) -> None:
        self.bound = bound
        mediators = [(m.id, m.name) for m in file.mediators.values()]
        self.form = put(bound, "form", one_of(codes_of("agreement_form")), wide=True)
        self.number = put(bound, "number")
        self.concluded = put(bound, "concluded_on")
        self.mediators = put(bound, "mediator_ids", many_ids(mediators), wide=True)
        self.recorder = put(bound, "recorder", suggested([name for _id, name in mediators]))
        self.facts = put(bound, "facts", text(4, hint=_("What happened, what is in dispute, who answers for what")))

    def after_terms(self, put: Callable[..., Binding]) -> None:
        """The fields that stand beneath the terms on the paper."""
        bound = self.bound
        self.method = put(bound, "method", text(2, hint=_("Only what is not in the terms already")))
        self.court_copy = put(
            bound, "court_copy", yes_no(_("One for the court"), _("None for the court")), label=_("Copies"), wide=True
        )
        self.court = put(bound, "court", line(), wide=True)
        self.blanks = put(bound, "blanks", BlanksBinding(Picks([])), wide=True)

    def show_copies(self, parties: int, say: Callable[[QWidget, str, Tone], None]) -> None:
        """Say how many copies are made and for whom, as the paper will say it."""
        copies = copies_for(parties, court=bool(self.court_copy.value()))
        say(self.court_copy.widget, copies.sentence(), Tone.PLAIN)

    def show_blanks(self, show_field: Callable[[QWidget, bool], None], blanks: tuple[str, ...] | None = None) -> None:
        """Show the declared blanks, where there are any."""
        held = self.blanks.value() if blanks is None else blanks
        picks = self.blanks.widget
        assert isinstance(picks, Picks)
        picks.offer(
            [(char, _("{char} ({code}) written by hand").format(char=char, code=code_of(char))) for char in held]
        )
        show_field(picks, bool(held))


def code_of(char: str) -> str:
    """``U+323AF``, for a character that may not be drawn here."""
    return "U+" + "+".join(f"{ord(part):04X}" for part in char)


def name_in(file: CaseFile) -> Callable[[UUID], str]:
    """A party's name as terms print it; one that is gone shows as a dash."""
    names = {entry.party.id: entry.name for entry in file.parties}
    return lambda party_id: names.get(party_id, "—")

"""Somebody who has been here before: offered while he is written down, so that one person stays one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from PySide6.QtCore import QObject

from mediation_desk.actions.known_subjects import Known, known_subjects
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.credit_code import normalise_credit_code
from mediation_desk.domain.identity import mask_identity
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Subject
from mediation_desk.reference.language import _
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.work import run


class KnownParty(QObject):
    """Looks a name or a number up in the background and offers the first who is not ``here`` in the case already.

    ``take`` is called with the subject when the person says that it is the same.
    """

    def __init__(
        self,
        seat: Seat,
        centre_id: UUID,
        here: Collection[UUID],
        banner: Banner,
        take: Callable[[Subject], object],
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._seat, self._centre_id, self._here = seat, centre_id, here
        self._banner, self._take = banner, take
        self._asked = ""

    def look_up(self, typed: str) -> None:
        """Look for what was typed; nothing when it was looked for just now."""
        if not typed or typed == self._asked:
            return
        self._asked = typed

        def heard(found: list[Known]) -> None:
            offered = next((k for k in found if k.subject.id not in self._here), None)
            if offered is not None and typed == self._asked:
                self._offer(offered)

        def failed(problem: KnownProblem) -> None:
            self._banner.problem(problem)

        run(lambda _progress: known_subjects(self._seat, self._centre_id, typed), heard, failed, self)

    def _offer(self, known: Known) -> None:
        subject = known.subject
        number = mask_identity(subject.document_number) or normalise_credit_code(subject.credit_code)
        who = f"{subject.name}（{number}）" if number else subject.name
        said = _("{who} has been here before, in {count} cases. Is it the same?").format(who=who, count=known.cases)
        self._banner.say(said, Tone.ACT, _("The same"), lambda: self._take(subject))

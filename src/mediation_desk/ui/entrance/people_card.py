"""Setting up, second: the places where the centre mediates, and its mediators. One a line; more can be said later."""

from __future__ import annotations

from collections.abc import Callable

from mediation_desk.domain.names import clean_name
from mediation_desk.reference.language import _
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.text_field import TextField


class PeopleCard(Card):
    """``point_names`` and ``mediator_names`` hold what was told."""

    def __init__(self, over: str, back: Callable[[], object], on: Callable[[], object]) -> None:
        super().__init__(
            _("Places and mediators"),
            _("One a line. Telephones, terms and kinds can be added later; both may be left empty."),
            over=over,
        )
        self.form = Form()
        self.points = self.form.add(_("Points"), TextField(2, 5, hint=_("One a line")), wide=True)
        self.mediators = self.form.add(_("Mediators"), TextField(3, 8, hint=_("One a line")), wide=True)
        self.form.say(self.mediators, _("Tab goes to the next field."), Tone.PLAIN)
        self.inside.addWidget(self.form)
        self.begins_with(self.points)
        self.goes_back(_("Back"), back)
        self.goes_on(_("Go on"), on, Key.GO_ON)

    @property
    def point_names(self) -> tuple[str, ...]:
        """The points, one a line."""
        return names_in(self.points.value())

    @property
    def mediator_names(self) -> tuple[str, ...]:
        """The mediators, one a line."""
        return names_in(self.mediators.value())


def names_in(text: str) -> tuple[str, ...]:
    """The names written one a line, each once."""
    names = (clean_name(line) for line in text.splitlines())
    return tuple(dict.fromkeys(name for name in names if name))

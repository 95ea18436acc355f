"""The three cases through the real windows, from the first run to the seal; not one widget is set behind its back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from tests.journeys.expected import ALL, LEAK
from tests.journeys.holding import hold_agreement, hold_everything, hold_parties
from tests.journeys.journey import Journey

from mediation_desk.domain.effect import EffectState
from mediation_desk.ui.case.signing_page import SigningPage
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.tour import agreeing, story

_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.NonClientAreaMouseButtonPress,
    }
)


class Mice(QObject):
    """Hears every event of a mouse, a pen or a finger in the whole program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.heard: list[QEvent.Type] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOUSE:
            self.heard.append(event.type())
        return False


def test_case_1_by_keyboard_alone(journey: Callable[..., Journey], qapp: QApplication) -> None:
    """Set-up, sign-in, register, dossier, agreement, paper, signatures, seal: keys and an input method, nothing else.
    Between the signatures and the seal the agreement waits for a day."""
    mice = Mice(qapp)
    on_the_way = journey("case1")
    person, (told,) = on_the_way.person, on_the_way.told
    on_the_way.come_in()
    story.begin(person, told)
    hold_parties(on_the_way.file, LEAK)
    story.look_into(person, told)
    story.mediate(person, told)
    story.agree(person, told, on_the_way.pdf(told))
    hold_agreement(on_the_way.file, LEAK)
    agreeing.sign(person, told)

    assert str(person.desk.seat.desk.today) == "2026-09-08"
    effect = on_the_way.file.effect
    assert effect is not None
    assert (effect.state, effect.on, effect.seal_missing) == (EffectState.AWAITING_SEAL, None, True)
    assert isinstance(person.page, SigningPage)
    assert "已签待盖章" in words_on(person.page)

    story.seal(person, told)
    assert str(person.desk.seat.desk.today) == "2026-09-09"
    assert "自 2026-09-09 起生效" in words_on(person.page)
    assert "2026-10-09" in words_on(person.page)
    hold_everything(on_the_way.file, on_the_way.pdf(told).read_bytes(), LEAK)
    assert on_the_way.check().sound
    assert mice.heard == []


@pytest.mark.parametrize("name", ["case2", "case3"])
def test_a_case_through_the_windows(journey: Callable[..., Journey], name: str) -> None:
    """Five workers and a company; a bank and a consumer: to the sealed paper, each sum and each day as in the case."""
    on_the_way = journey(name)
    (told,) = on_the_way.told
    on_the_way.come_in()
    story.whole(on_the_way.person, told, on_the_way.pdf(told))
    hold_everything(on_the_way.file, on_the_way.pdf(told).read_bytes(), ALL[name])
    assert on_the_way.check().sound


def words_on(page: SigningPage) -> str:
    """All words that can be read on a page."""
    shown = [w for w in page.findChildren(QWidget) if w.isVisible()]
    return "\n".join(w.text() if isinstance(w, Words) else w.accessibleName() for w in shown)

"""The frame: pages, keys, search, the cover, the bottom line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui.cover import Cover, Curtain, Refused
from mediation_desk.ui.keys import Key, Place, table
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.palette import Answer, Hit
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.shell import Shell

RIGHT = "right"


def _unlock(password: str, done: Callable[[], None], refused: Refused) -> None:
    if password == RIGHT:
        done()
    else:
        refused(KnownProblem("That is not the password."), 0)


class Searches:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: list[Answer] = []

    def __call__(self, text: str, answer: Answer) -> None:
        self.asked.append(text)
        self.answers.append(answer)

    def say(self, number: int, names: Sequence[str], of: int, opened: Callable[[str], object] = str) -> None:
        self.answers[number]([Hit(name, "", lambda n=name: opened(n)) for name in names], of)


class Page(QWidget):
    """A page with two fields."""

    def __init__(self) -> None:
        super().__init__()
        lines = column(self)
        self.first, self.second = LineField(), LineField()
        lines.addWidget(self.first)
        lines.addWidget(self.second)
        self.setFocusProxy(self.first)


@pytest.fixture
def searches() -> Searches:
    return Searches()


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, searches: Searches) -> Shell:
    shell = Shell(searches, Cover(qapp, _unlock))
    qtbot.addWidget(shell)
    shell.add("today", "今日", Page())
    shell.add("cases", "案件", Page())
    shell.add("case", "", Page())
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.wait(1)
    return shell


def _page(shell: Shell, key: str) -> Page:
    page = shell._place(key).page
    assert isinstance(page, Page)
    return page


def test_the_title_names_no_person(shell: Shell) -> None:
    """Window titles are seen by others and kept in lists."""
    shell.open("case")
    assert shell.windowTitle() == "调解工作台"


def test_only_pages_with_a_name_are_on_the_rail(shell: Shell) -> None:
    """A single case is opened from elsewhere."""
    shell.count("cases", 12345)
    assert [(e.text, e.count) for e in shell.rail.list.entries] == [("今日", ""), ("案件", "12,345")]


def test_alt_and_a_number_goes_to_a_page_and_gives_it_the_keyboard(shell: Shell, qtbot: QtBot) -> None:
    """And back leads to where one came from."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert shell.now == "cases"
    assert QApplication.focusWidget() is _page(shell, "cases").first
    shell.open("case")
    shell.back()
    assert shell.now == "cases"
    shell.back()
    assert shell.now == "today"


def test_the_keyboard_is_found_again_where_it_was(shell: Shell) -> None:
    """Going away and coming back does not start the page anew."""
    _page(shell, "today").second.setFocus()
    shell.open("cases")
    shell.open("today")
    assert QApplication.focusWidget() is _page(shell, "today").second


def test_ctrl_n_asks_for_a_new_case(shell: Shell, qtbot: QtBot) -> None:
    """From wherever the keyboard is."""
    with qtbot.waitSignal(shell.new_case):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_page_taken_away_is_not_gone_back_to(shell: Shell) -> None:
    """Closing a case leads to the page before it."""
    shell.open("cases")
    shell.open("case")
    shell.remove("case")
    assert (shell.now, shell.has("case")) == ("cases", False)


@pytest.mark.parametrize("step", STEPS)
def test_the_frame_fits_a_small_screen_at_every_size(shell: Shell, step: float) -> None:
    """1366 x 768 is what villages have; nothing of the frame lies outside, no word of it is cut."""
    look().scale.choose(step)
    shell.rail.show_centre("武陟县木城街道人民调解委员会")
    shell.rail.show_person("李国庆 · 调解员")
    shell.bottom.not_uploaded(3)
    shell.bottom.waiting(1)
    shell.bottom.online(False)
    shell.resize(1366, 728)
    QApplication.processEvents()
    assert (shell.width(), shell.height()) == (1366, 728)
    for word in [w for w in shell.findChildren(Words) if w.isVisible()]:
        corner = word.mapTo(shell, QPoint(word.width(), word.height()))
        assert corner.x() <= shell.width()
        assert corner.y() <= shell.height()
        needed = word.heightForWidth(word.width()) if word.wordWrap() else word.sizeHint().height()
        assert word.height() >= needed, word.text()
        assert word.wordWrap() or word.width() >= word.sizeHint().width(), word.text()


def test_search_opens_types_and_opens_what_was_found(shell: Shell, searches: Searches, qtbot: QtBot) -> None:
    """Ctrl+K, a word, arrow down, Enter."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = shell.palette_line.line
    qtbot.keyClicks(line, "wj")
    qtbot.waitUntil(lambda: searches.asked == ["wj"])
    opened: list[str] = []
    searches.say(0, ["王𠮷与李㛃邻里纠纷", "王娇与张喆"], 2, opened.append)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened == ["王娇与张喆"]
    assert not shell.palette_line.isVisible()
    assert QApplication.focusWidget() is _page(shell, "today").first


def test_an_answer_that_comes_too_late_is_not_shown(shell: Shell, searches: Searches, qtbot: QtBot) -> None:
    """Two searches, answered the wrong way round."""
    shell.palette_line.open()
    line = shell.palette_line.line
    qtbot.keyClicks(line, "w")
    qtbot.waitUntil(lambda: len(searches.asked) == 1)
    qtbot.keyClicks(line, "j")
    qtbot.waitUntil(lambda: len(searches.asked) == 2)
    searches.say(1, ["王娇"], 1)
    searches.say(0, ["吴用"], 1)
    assert [e.text for e in shell.palette_line.list.entries] == ["王娇"]


def test_search_says_of_how_many_it_shows_some(shell: Shell, searches: Searches, qtbot: QtBot) -> None:
    """A list that shows part says so; Esc goes back."""
    shell.palette_line.open("w")
    searches.say(0, ["王娇"], 41)
    assert "41" in shell.palette_line._foot.text()
    qtbot.keyClick(shell.palette_line.line, Qt.Key.Key_Escape)
    assert not shell.palette_line.isVisible()


def test_enter_before_the_search_has_run_searches_and_opens_nothing(
    shell: Shell, searches: Searches, qtbot: QtBot
) -> None:
    """Quick fingers never open a hit of the word before."""
    shell.palette_line.open("w")
    opened: list[str] = []
    searches.say(0, ["王娇"], 1, opened.append)
    qtbot.keyClicks(shell.palette_line.line, "x")
    qtbot.keyClick(shell.palette_line.line, Qt.Key.Key_Return)
    assert (opened, searches.asked) == ([], ["w", "wx"])


def _curtains(window: QWidget) -> list[Curtain]:
    return [c for c in window.findChildren(Curtain) if c.isVisible()]


def test_f9_covers_at_once_and_no_key_passes(shell: Shell, qtbot: QtBot) -> None:
    """Nothing beneath can be read, typed into or started until the password is given."""
    field = _page(shell, "today").first
    field.set_value("王𠮷")
    qtbot.keyClick(field, Qt.Key.Key_F9)
    [curtain] = _curtains(shell)
    assert curtain.rect() == shell.rect()
    picture = curtain.grab().toImage()
    assert picture.pixelColor(5, 5).name().upper() == look().colours.curtain
    asked: list[int] = []
    shell.new_case.connect(lambda: asked.append(1))
    password = curtain.findChild(QLineEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is password)
    for _tab in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert curtain.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(password, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(password, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert (asked, shell.palette_line.isVisible(), field.isEnabled()) == ([], False, False)


def test_only_the_right_password_lifts_the_cover(shell: Shell, qtbot: QtBot) -> None:
    """A wrong one says so; the right one gives everything back, the keyboard too."""
    field = _page(shell, "today").second
    field.setFocus()
    shell.cover.cover()
    [curtain] = _curtains(shell)
    password = curtain.findChild(QLineEdit)
    qtbot.keyClicks(password, "wrong")
    qtbot.keyClick(password, Qt.Key.Key_Return)
    assert shell.cover.down
    password.clear()
    qtbot.keyClicks(password, RIGHT)
    qtbot.keyClick(password, Qt.Key.Key_Return)
    assert (shell.cover.down, _curtains(shell), field.isEnabled()) == (False, [], True)
    assert QApplication.focusWidget() is field


def test_dialogs_are_covered_and_given_back(shell: Shell, qtbot: QtBot) -> None:
    """A dialog above the window, and one that opens meanwhile, show nothing either."""
    ask = Ask("作废重打", parent=shell)
    qtbot.addWidget(ask)
    ask.open()
    shell.cover.cover()
    assert [len(_curtains(w)) for w in (ask,)] == [1]
    late = Ask("备份", parent=shell)
    qtbot.addWidget(late)
    late.open()
    late.activateWindow()
    qtbot.waitUntil(lambda: len(_curtains(late)) == 1)
    shell.cover.lift()
    assert (_curtains(ask), _curtains(late), ask.isVisible()) == ([], [], True)


def test_every_key_is_told_once() -> None:
    """F1 shows all keys; no key does two things in one place."""
    assert sum(len(keys) for _place, keys in table()) == len(list(Key))
    for place in Place:
        bound = [k.value.keys for k in Key if k.value.place in (place, Place.EVERYWHERE)]
        assert len(bound) == len(set(bound)), place


def test_f1_shows_the_keys(shell: Shell) -> None:
    """And its contents name the search key."""
    from mediation_desk.ui.parts.shortcuts import Shortcuts

    keys = Shortcuts(shell)
    assert "Ctrl+K" in {w.text() for w in keys.findChildren(Words)}


def test_a_banner_says_what_happened_and_does_what_its_button_says(qtbot: QtBot) -> None:
    """Then it is gone."""
    banner = Banner()
    qtbot.addWidget(banner)
    done: list[str] = []
    banner.say("离上次备份已有 8 天。", Tone.SOON, "现在备份", lambda: done.append("备份"))
    assert not banner.isHidden()
    qtbot.mouseClick(banner._button, Qt.MouseButton.LeftButton)
    assert (done, banner.isHidden(), banner.accessibleName()) == (["备份"], True, banner.sentence)


def test_a_list_wraps_long_names_and_is_chosen_by_key(qtbot: QtBot) -> None:
    """The outline in a narrow column cuts no name."""
    entries = Entries("卷宗")
    qtbot.addWidget(entries)
    entries.show_entries([Entry(1, "身份证明"), Entry(2, "人民调解申请书／人民调解受理登记表", count="1")])
    entries.resize(150, 400)
    entries.show()
    QApplication.processEvents()
    assert entries.tall(1) > entries.tall(0)
    with qtbot.waitSignal(entries.chosen, check_params_cb=lambda key: key == 2):
        qtbot.keyClick(entries, Qt.Key.Key_Down)
        qtbot.keyClick(entries, Qt.Key.Key_Return)


def test_a_name_is_not_squeezed_by_what_stands_beside_it(qtbot: QtBot) -> None:
    """A part and an age go beneath a name that has no room beside them; words of other languages break between words."""
    entries = Entries("当事人")
    qtbot.addWidget(entries)
    entries.resize(180, 400)
    entries.show()
    entries.show_entries(
        [
            Entry(1, "李㛃", detail="被申请人 · 50岁"),
            Entry(2, "尉迟𠮷一", detail="Respondent · 50 years"),
            Entry(3, "Application and acceptance"),
        ]
    )
    QApplication.processEvents()
    one, two, wrapped = (entries.tall(row) for row in range(3))
    assert one == entries.line_height()
    assert two == one + look().px(20)
    assert wrapped > one


def test_the_line_one_goes_to_comes_into_sight(qtbot: QtBot) -> None:
    """A list that is longer than what scrolls around it: the keyboard's place is always seen whole."""
    entries = Entries("卷宗")
    around = Scrolled(entries)
    qtbot.addWidget(around)
    around.resize(220, 200)
    around.show()
    entries.show_entries([Entry(n, f"第{n}页") for n in range(30)])
    QApplication.processEvents()
    for key in (29, 0, 15):
        entries.here(key)
        qtbot.waitUntil(lambda: _seen(around, entries))


def _seen(around: Scrolled, entries: Entries) -> bool:
    line = entries.visualRect(entries.currentIndex())
    top = entries.viewport().mapTo(around.viewport(), line.topLeft()).y()
    return top >= 0 and top + line.height() <= around.viewport().height()

"""The gallery: every part and a workspace built from them, at three sizes, light and dark, as pictures to look at.

python tests/ui/gallery.py FOLDER [--only NAME]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.dates import parse_date, parse_moment
from mediation_desk.domain.identity import mask_identity, read_identity
from mediation_desk.domain.money import format_amount, parse_amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.codes import table
from mediation_desk.ui.app import make_application
from mediation_desk.ui.cover import Cover
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.palette import Answer, Hit
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.empty_state import EmptyState
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.lazy_table import LazyTable
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.masked_field import MaskedField
from mediation_desk.ui.parts.outline import Outline, Page
from mediation_desk.ui.parts.saved_mark import SavedMark
from mediation_desk.ui.parts.sheet import Scrolled, Sheet
from mediation_desk.ui.parts.shortcuts import Shortcuts
from mediation_desk.ui.parts.table_model import Column
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.three_columns import SheetWithFoot, ThreeColumns
from mediation_desk.ui.parts.typed_field import DateField, MomentField, MoneyField
from mediation_desk.ui.parts.words import Words, heading, quiet, title
from mediation_desk.ui.shell import Shell

TODAY = date(2026, 9, 8)
MINUTES = """调解员：今天第二次就漏水一事调解。上次双方对修复没有异议，分歧在损失数额。王𠮷，请先说。
王𠮷：天花板、衣柜两项损失6,007.14元，有收据和照片，其余我不再要求。
李㛃：修我负责，钱我认，但一次拿不出来，请分两次。
调解员：双方邻居多年，请互相体谅。建议九月十五日前先付3,000元，余款3,007.14元十月底前付清，九月二十日前修好，可否？
王𠮷：可以。
李㛃：可以。"""


def nothing(_text: str, answer: Answer) -> None:
    answer([], 0)


def search(text: str, answer: Answer) -> None:
    names = ("王𠮷与李㛃邻里纠纷", "尉迟䶮等五人与金山建筑劳务有限公司劳动报酬纠纷", "周敏𬱖与某银行焦作分行信用卡纠纷")
    answer([Hit(n, f"（2026）木城人调字第0301{i}号", lambda: None) for i, n in enumerate(names, 2)], 41)


def parse_day(text: str) -> date:
    return parse_date(text, TODAY)


def fields() -> QWidget:
    """The fields of a form, some with something said beneath."""
    page = Sheet(24, 16)
    form = Form()
    form.add("姓名", LineField("王𠮷"), required=True)
    number = form.add("身份证号", MaskedField(lambda t: read_identity(t, TODAY), mask_identity))
    number.set_value("410823196803121211")
    day = form.add("受理日期", DateField(parse_day))
    day.set_value(date(2026, 9, 2))
    form.add("时间", MomentField(lambda t: parse_moment(t, TODAY)))
    money = form.add("赔偿金额", MoneyField(parse_amount, format_amount, to_capital))
    money.set_value(600714)
    kind = form.add("纠纷类别", CodeField(table("dispute_class")))
    kind.set_value(next(iter(table("dispute_class"))).code)
    bad = form.add("申请日期", DateField(parse_day))
    bad.setText("三月初七")
    bad.textEdited.emit("三月初七")
    bad.commit()
    off = form.add("案号", LineField("（2026）木城人调字第03012号"))
    off.setReadOnly(True)
    form.add("住址", LineField("武陟县木城街道和平街18号2单元3楼东户"), wide=True)
    form.add("纠纷事实", TextField(4, hint="谁、何时、何地、因何事"), wide=True)
    page.inside.addWidget(form)
    buttons = FlowLayout(gap=8)
    done = Button("制作协议书", Weight.PRIMARY, Key.GO_ON)
    off_button = Button("盖章", mark=Mark.SEAL)
    off_button.setEnabled(False)
    buttons.add(
        done, Button("打印", key=Key.PRINT, mark=Mark.PRINT), Button("作废重打", Weight.DANGER), off_button,
        Button("修改记录", Weight.QUIET, Key.HISTORY),
    )  # fmt: skip
    page.inside.addLayout(buttons)
    badges = FlowLayout()
    badges.add(
        Badge("调解中", Tone.ACT), Badge("调解期限 剩 30 日", Tone.SOON), Badge("李㛃 未在第一次记录上签名", Tone.STOP),
        Badge("已归档"),
    )  # fmt: skip
    page.inside.addLayout(badges)
    banner = Banner()
    banner.problem(
        KnownProblem(
            "这台打印机不在了：{name}。文书已存好，没有打印。请选另一台打印机，或接好后再打。", name="HP LaserJet"
        ),
        "选打印机",
        lambda: None,
    )
    page.inside.addWidget(banner)
    soon = Banner()
    soon.say("离上次备份已有 8 天。", Tone.SOON, "现在备份", lambda: None)
    page.inside.addWidget(soon)
    page.inside.addStretch(1)
    whole = QWidget()
    whole.setProperty("part", "desk")
    column(whole, 16).addWidget(Scrolled(page))
    whole.resize(960, 760)
    return whole


def workspace() -> QWidget:
    """The case workspace, from parts only; beside the sketch."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shell = Shell(nothing, Cover(app, lambda _p, _done, _refused: None))
    shell.rail.show_centre("武陟县木城街道人民调解委员会")
    shell.rail.show_person("李国庆 · 调解员")
    for key, name in (("today", "今日"), ("cases", "案件"), ("decide", "待处理")):
        shell.add(key, name, QWidget() if key != "cases" else case_page())
    shell.count("today", 5)
    shell.count("cases", 128)
    shell.count("decide", 1)
    shell.open("cases")
    shell.bottom.not_uploaded(3)
    shell.bottom.waiting(1)
    shell.bottom.online(False)
    shell.resize(1440, 900)
    return shell


def case_page() -> QWidget:
    page = QWidget()
    whole = column(page, 0, 12)
    top = row(None, 0, 8)
    facts = FlowLayout(gap=8)
    facts.add(title("王𠮷与李㛃邻里纠纷"), Badge("调解中", Tone.ACT), Badge("调解期限 剩 30 日", Tone.SOON))
    top.addLayout(facts, 1)
    top.addWidget(Button("修改记录", key=Key.HISTORY))
    top.addWidget(Button("打印", key=Key.PRINT, mark=Mark.PRINT))
    whole.addLayout(top)
    whole.addWidget(
        quiet("（2026）木城人调字第03012号  ·  2026-09-02 受理  ·  调解员 李国庆  ·  木城街道调解点", wrap=True)
    )
    sheet = middle()
    page.setFocusProxy(sheet.findChild(TextField))
    whole.addWidget(ThreeColumns(left(), sheet, right()), 1)
    return page


def left() -> QWidget:
    sheet = Sheet(12, 4)
    sheet.inside.addWidget(heading("当事人"))
    sheet.inside.addWidget(quiet("王𠮷　申请人 · 58岁", wrap=True))
    sheet.inside.addWidget(quiet("李㛃　被申请人 · 50岁", wrap=True))
    sheet.inside.addSpacing(8)
    sheet.inside.addWidget(heading("卷宗"))
    outline = Outline()
    done, begun, none, no = Mark.DONE, Mark.BEGUN, Mark.NOT_YET, Mark.NOT_NEEDED
    outline.show_pages(
        [
            Page("application", "申请书／受理登记表", done),
            Page("rights", "权利义务告知书", done),
            Page("identity", "身份证明", done),
            Page("authority", "授权委托书", no),
            Page("inquiry", "调查记录", done, 1),
            Page("evidence", "证据材料", done, 4),
            Page("meeting", "调解记录", begun, 2),
            Page("agreement", "调解协议书", none),
            Page("performance", "履行凭证", none),
            Page("follow-up", "回访记录", none),
            Page("confirmation", "司法确认", none),
            Page("statement", "卷宗情况说明", none),
            Page("cover", "封面 目录 封底", none),
        ]
    )
    outline.here("meeting")
    sheet.inside.addWidget(outline)
    sheet.inside.addStretch(1)
    return sheet


def middle() -> QWidget:
    top = QWidget()
    head = row(top, 0, 8)
    head.addWidget(heading("调解记录 · 第二次"))
    head.addStretch(1)
    mark = SavedMark()
    mark.saved(time(10, 42, 7))
    head.addWidget(mark)
    form = Form()
    when = form.add("时间", MomentField(lambda t: parse_moment(t, TODAY)))
    when.set_value(parse_moment("2026-09-08 09:30", TODAY))
    form.add("地点", LineField("木城街道调解点"))
    form.add("调解员", LineField("李国庆"))
    form.add("记录人", LineField("牛建军"))
    form.add("到场当事人", LineField("王𠮷（申请人）、李㛃（被申请人）"), wide=True)
    form.add("参加人", LineField("赵敏（居委会主任）"), wide=True)
    text = form.add("记录", TextField(8))
    text.set_value(MINUTES)
    bottom = QWidget()
    foot = row(bottom, 0, 8)
    foot.addWidget(quiet("结果"))
    result = CodeField(table("dispute_class"))
    result.set_value("达成协议")
    result.setMaximumWidth(look().px(160))
    foot.addWidget(result)
    foot.addStretch(1)
    foot.addWidget(Button("预览", key=Key.PREVIEW))
    foot.addWidget(Button("制作协议书", Weight.PRIMARY, Key.GO_ON))
    return SheetWithFoot(top, form, bottom)


def right() -> QWidget:
    sheet = Sheet(12, 8)
    for name, lines in (
        (
            "期限",
            (
                "调解期限（受理后30日，遇国庆顺延）", Badge("10-08 剩 30 日", Tone.SOON), quiet("依据：河南省办案规范", wrap=True),
                "司法确认（共同申请）", Badge("协议生效之日起30日内", Tone.ACT), quiet("依据：民诉法第205条", wrap=True),
            ),
        ),
        (
            "还缺",
            (
                Badge("李㛃 未在第一次记录上签名", Tone.STOP), Badge("证据3 缺“与原件核对无异”", Tone.SOON),
                Badge("缺身份证复印件：李㛃", Tone.SOON),
            ),
        ),
    ):  # fmt: skip
        sheet.inside.addWidget(heading(name))
        for line in lines:
            sheet.inside.addWidget(Words(line, wrap=True) if isinstance(line, str) else line)
        sheet.inside.addSpacing(8)
    sheet.inside.addStretch(1)
    return sheet


class Many:
    """A hundred thousand rows from nowhere."""

    def count(self) -> int:
        return 100_000

    def fetch(self, offset: int, limit: int, sort: str, descending: bool) -> list[tuple[str, ...]]:
        numbers = range(100_000)[:: -1 if descending else 1][offset : offset + limit]
        return [
            (f"（2026）木城人调字第{n:05d}号", "王𠮷与李㛃邻里纠纷" if n % 3 else "尉迟䶮等五人与焦作市金山建筑劳务有限公司劳动报酬纠纷",
             ("调解中", "已签待盖章", "逾期")[n % 3], "2026-09-02", "李国庆") for n in numbers
        ]  # fmt: skip


def listing() -> QWidget:
    """A long list."""
    tones = {"调解中": Tone.ACT, "已签待盖章": Tone.SOON, "逾期": Tone.STOP}
    columns = [
        Column("案号", lambda r: r[0], 17, sort="number"),
        Column("案件", lambda r: r[1], 18, 1),
        Column("进度", lambda r: r[2], 7, tone=lambda r: tones[r[2]]),
        Column("受理", lambda r: r[3], 7),
        Column("调解员", lambda r: r[4], 6),
    ]
    whole = QWidget()
    whole.setProperty("part", "desk")
    inside = column(whole, 16, 12)
    inside.addWidget(title("案件"))
    many = LazyTable("案件", columns, Many())
    inside.addWidget(many)
    many.rows.order(0)
    many.go_to(3)
    many.setFocus()
    whole.resize(960, 600)
    return whole


def empty() -> QWidget:
    """Nothing here yet."""
    whole = QWidget()
    whole.setProperty("part", "desk")
    state = EmptyState("还没有案件", "登记第一件纠纷，卷宗就从这里开始。", "新登记", lambda: None, key=Key.NEW_CASE)
    column(whole, 16).addWidget(state)
    whole.resize(720, 420)
    return whole


def dialog() -> QWidget:
    """A question."""
    ask = Ask("作废重打", "这一份还没有人签名，可以作废。作废后另出第2稿，两稿都留在卷宗里。")
    form = Form()
    form.add("作废原因", LineField("李㛃的身份证号有一位写错"))
    ask.inside.addWidget(form)
    ask.goes_on("作废并制作第2稿")
    ask.resize(560, 280)
    return ask


def keys() -> QWidget:
    """F1."""
    return Shortcuts()


def palette() -> QWidget:
    """Ctrl+K over the workspace."""
    shell = workspace()
    assert isinstance(shell, Shell)
    shell.palette_line._search = search
    shell.show()
    QApplication.processEvents()
    shell.palette_line.open("纠纷")
    return shell


def drop() -> QWidget:
    """A code field with its list open."""
    whole = QWidget()
    whole.setProperty("part", "desk")
    form = Form()
    field = form.add("纠纷类别", CodeField(table("dispute_class")))
    inside = column(whole, 16)
    inside.addWidget(form)
    inside.addStretch(1)
    whole.resize(520, 420)
    whole.show()
    QApplication.processEvents()
    field.setFocus()
    field.setText("l")
    field.textEdited.emit("l")
    return whole


def covered() -> QWidget:
    """The curtain."""
    shell = workspace()
    assert isinstance(shell, Shell)
    shell.show()
    shell.cover.show_person("李国庆 · 调解员")
    shell.cover.cover()
    return shell


SCENES: dict[str, Callable[[], QWidget]] = {
    scene.__name__: scene for scene in (workspace, fields, listing, empty, dialog, keys, palette, drop, covered)
}


def paint(folder: Path, only: str | None = None) -> None:
    """Write a picture of every scene at every size, light and dark."""
    app = make_application([])
    folder.mkdir(parents=True, exist_ok=True)
    for dark in (False, True):
        look().choose_dark(dark)
        for step in STEPS:
            look().scale.choose(step)
            for name, scene in SCENES.items():
                if only not in (None, name):
                    continue
                window = scene()
                window.show()
                window.activateWindow()
                for _round in range(3):
                    app.processEvents()
                window.grab().save(str(folder / f"{name}-{round(step * 100)}-{'dark' if dark else 'light'}.png"))
                if isinstance(window, Shell):
                    window.cover.lift()
                window.close()
                window.deleteLater()
                app.processEvents()


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("folder", type=Path)
    given.add_argument("--only", choices=sorted(SCENES))
    chosen = given.parse_args(sys.argv[1:])
    paint(chosen.folder, chosen.only)

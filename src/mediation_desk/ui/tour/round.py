"""The whole tour: set-up, three cases in the order in which they were lived, two people at one case, a look round."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from mediation_desk.documents.pages import Pages
from mediation_desk.reference.language import CHINESE, choose, chosen
from mediation_desk.ui.app import make_application
from mediation_desk.ui.tour import around, story, two_people, way_in
from mediation_desk.ui.tour.clock import StoryClock
from mediation_desk.ui.tour.hands import Stuck
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.play import playing
from mediation_desk.ui.tour.told import Told

if TYPE_CHECKING:
    from mediation_desk.records.vault import Cost

DPI = 110
_SOMEBODY = "王𠮷"


@dataclass(frozen=True, slots=True)
class Left:
    """What a tour left behind: pictures of the windows, and each paper with the pictures of its pages."""

    pictures: tuple[Path, ...]
    papers: tuple[tuple[Path, int], ...]


def go_round(out: Path, cost: Cost | None = None) -> Left:
    """Go through everything; pictures and papers into ``out``. ``Stuck`` where it comes to a standstill."""
    out.mkdir(parents=True, exist_ok=True)
    spoken = chosen()
    choose(CHINESE)
    app = make_application(["mediation-desk"])
    logging.getLogger("mediation_desk.qt").addFilter(_of_a_screen)
    leak, wages, card = (Told(name) for name in ("case1", "case2", "case3"))
    papers = {told.name: out / f"{told.name}.pdf" for told in (leak, wages, card)}
    for paper in papers.values():
        paper.unlink(missing_ok=True)
    with TemporaryDirectory() as folder:
        profile = Path(folder) / "desk"
        with playing(profile, StoryClock(story.first_day(leak, wages, card)), out, cost) as person:
            person.hands.watch()
            try:
                _go(person, profile, cost, (leak, wages, card), papers)
            except Stuck:
                person.camera.snap("standstill")
                raise
            taken = tuple(person.camera.taken)
    choose(spoken)
    del app
    return Left(taken, tuple((paper, _draw(paper)) for paper in papers.values()))


def _go(
    person: Person, profile: Path, cost: Cost | None, cases: tuple[Told, Told, Told], papers: dict[str, Path]
) -> None:
    leak, wages, card = cases
    _come_in(person, leak, wages, card)
    for told in (card, wages):
        story.whole(person, told, papers[told.name])
    story.begin(person, leak)
    story.look_into(person, leak)
    story.mediate(person, leak, 1)
    two_people.write_apart(person, profile, _SOMEBODY, cost)
    story.mediate(person, leak, 2)
    story.conclude(person, leak, papers[leak.name])
    around.look_round(person, _SOMEBODY, profile.with_name("desk.mdbackup"))


def _come_in(person: Person, first: Told, *others: Told) -> None:
    way_in.set_up(person, first.centre)
    way_in.sign_in(person, picture="sign-in")
    person.camera.take("nothing-here-yet")
    for one in others:
        way_in.add_centre(person, one.centre)
    way_in.sign_in_again(person)
    two_people.add_account(person)


def _draw(paper: Path) -> int:
    """The pages of a paper as pictures beside it; how many."""
    with Pages(paper) as pages:
        for number, picture in enumerate(pages.pictures(DPI), start=1):
            form = QImage.Format.Format_RGB888
            drawn = QImage(picture.pixels, picture.width, picture.height, picture.stride, form)
            drawn.save(str(paper.with_name(f"{paper.stem}-page{number}.png")))
        return len(pages)


def _of_a_screen(record: logging.LogRecord) -> bool:
    """Off the screen there is no window manager; Qt's remarks about that are no news."""
    return "This plugin does not support" not in record.getMessage()

"""``tour``: the real windows, driven off the screen through three cases, in a profile of its own."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help=_("the folder for pictures and papers"))


def _tour(options: Namespace) -> None:
    from mediation_desk.cli.said import line

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # By name, as the window itself: the layers of window and command line know nothing of each other.
    left = import_module("mediation_desk.ui.tour.round").go_round(options.out)
    line(N_("The tour went through three cases, from the first run to the seal. In {folder}:"), folder=options.out)
    first, last = left.pictures[0].name, left.pictures[-1].name
    line(N_("{count} pictures of the windows, {first} to {last}"), count=len(left.pictures), first=first, last=last)
    for paper, pages in left.papers:
        line(N_("{paper}: {pages} pages, also as pictures"), paper=paper.name, pages=pages)


COMMANDS = (
    Command(
        "tour",
        N_("drive the real windows through three cases; pictures and papers go into a folder"),
        _arguments,
        _tour,
    ),
)

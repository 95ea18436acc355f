"""What stands around the papers of a volume: 封面, 卷内目录, 封底, made anew each time it is bound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.centre_wording import words_for
from mediation_desk.actions.paper_views.source import Head
from mediation_desk.actions.paper_views.volume import cover_view, volume_of
from mediation_desk.documents.binding.parts import Placed
from mediation_desk.documents.paper import render
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.papers.volume import BackView, ContentsEntry, ContentsView

COVER, CONTENTS, BACK = "cover", "contents", "back"


def cover(file: CaseFile, at: datetime, title: str = "") -> bytes:
    """封面; ``title`` in place of the case's where the volume holds several."""
    head = _head(file, COVER, at)
    if not title:
        return _drawn(file, COVER, cover_view(file, volume_of(file), head))
    return _drawn(file, COVER, KINDS[COVER].view(**head.fields() | {"number": ""}, volume=title))


def contents(file: CaseFile, at: datetime, placed: Sequence[tuple[Placed, str]]) -> bytes:
    """卷内目录: each paper with its true page numbers and its remark."""
    entries = tuple(ContentsEntry(paper=one.part.title, page=one.span, remark=remark) for one, remark in placed)
    return _drawn(file, CONTENTS, ContentsView(**_head(file, CONTENTS, at).fields(), entries=entries))


def back(file: CaseFile, at: datetime, pages: int) -> bytes:
    """封底."""
    return _drawn(file, BACK, BackView(**_head(file, BACK, at).fields(), pages=pages))


def _head(file: CaseFile, kind: str, at: datetime) -> Head:
    blanks = file.agreement.blanks if file.agreement is not None else ()
    return Head(words_for(file, kind).version, file.centre.name, file.case.number, "", 1, at, blanks)


def _drawn(file: CaseFile, kind: str, view: PaperView) -> bytes:
    return render(KINDS[kind], view, draft=False, words=words_for(file, kind))

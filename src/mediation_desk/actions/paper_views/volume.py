"""封面 and 卷宗情况说明 (domain §§4.1, 4.12); 卷内目录 and 封底 are made when the dossier is bound."""

from __future__ import annotations

from datetime import date

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name
from mediation_desk.actions.paper_views.source import UNWRITTEN, Head, PaperSource
from mediation_desk.documents.papers.volume import CoverView, VolumeNotesView
from mediation_desk.domain.records import Volume
from mediation_desk.domain.stages import ENDED, Stage
from mediation_desk.domain.words import N_, Say

_ENDS = (ENDED - {Stage.ARCHIVED}) | {Stage.AGREED, Stage.AGREED_ORALLY}


def volume_of(file: CaseFile) -> Volume:
    """The volume of the case, or the one that is made of what is known."""
    if file.volumes:
        return file.volumes[-1]
    return Volume(id=UNWRITTEN, centre_id=file.case.centre_id, case_id=file.case.id)


def _records(file: CaseFile) -> list[Volume]:
    return [volume_of(file)]


def cover_view(file: CaseFile, volume: Volume, head: Head) -> CoverView:
    """The cover: 调解日期 from acceptance to the agreement, or to the end without one."""
    mediators = file.agreement.mediator_ids if file.agreement else ()
    return CoverView(
        **head.fields(),
        volume=file.case.title,
        year=file.case.number_year or None,
        mediators=file.mediator_names(mediators or file.case.mediator_ids),
        begins=file.case.accepted_on,
        ends=_end(file),
        filer=volume.filed_by,
        filed=volume.filed_on,
        keeping=code_name("retention", volume.retention),
        note=volume.remark,
    )


def _end(file: CaseFile) -> date | None:
    if file.agreement is not None and file.agreement.concluded_on:
        return file.agreement.concluded_on
    return next((step.on for step in reversed(file.steps) if step.stage in _ENDS), None)


def notes_view(file: CaseFile, volume: Volume, head: Head) -> VolumeNotesView:
    """卷宗情况说明."""
    return VolumeNotesView(
        **head.fields(),
        volume=file.case.title,
        notes=volume.situation,
        filer=volume.filed_by,
        inspector=volume.checked_by,
    )


_ALWAYS = Missing(Say(N_("No case yet")), "case")
COVER = PaperSource("cover", _records, cover_view, absent=_ALWAYS, signed=False)
NOTES = PaperSource("volume_notes", _records, notes_view, absent=_ALWAYS)

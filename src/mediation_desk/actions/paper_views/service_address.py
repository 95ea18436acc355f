"""送达地址确认书 (domain §4.4), one for each party."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import opposite, signer_view
from mediation_desk.actions.paper_views.source import UNWRITTEN, Head, PaperSource
from mediation_desk.documents.papers.service_address import ServiceAddressView
from mediation_desk.domain.records import ServiceAddress
from mediation_desk.domain.words import N_, Say


def _records(file: CaseFile) -> list[ServiceAddress]:
    stored = {address.party_id: address for address in file.service_addresses}
    return [stored.get(entry.party.id) or _made(file, entry) for entry in file.parties]


def _made(file: CaseFile, entry: PartyEntry) -> ServiceAddress:
    return ServiceAddress(
        id=UNWRITTEN,
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        party_id=entry.party.id,
        address=entry.subject.address,
        mobile=entry.subject.phone,
    )


def _view(file: CaseFile, address: ServiceAddress, head: Head) -> ServiceAddressView:
    entry = file.party(address.party_id)
    return ServiceAddressView(
        **head.fields(),
        dispute=file.case.title,
        opposite=opposite(file, entry),
        recipient=signer_view(file, entry),
        receiver=address.receiver,
        address=address.address,
        postcode=address.postcode,
        phone=address.phone,
        electronic=address.electronic,
        mobile=address.mobile,
        mail=address.mail,
        fax=address.fax,
        note=address.note,
        taker=address.taker or file.case.recorder,
    )


def _called(file: CaseFile, address: ServiceAddress) -> str:
    return file.party(address.party_id).name


SOURCE = PaperSource(
    "service_address", _records, _view, absent=Missing(Say(N_("No parties yet")), "parties"), called=_called
)

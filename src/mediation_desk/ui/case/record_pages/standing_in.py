"""授权委托书 and 送达地址: who stands in for a party, and where papers reach it; one for each, listed before it is written."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.roles import AMEND
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.numbers import phone_number
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.party_page import PARTIES
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import for_the_court
from mediation_desk.ui.look.marks import Mark

MANDATE = N_("Power of attorney")
ADDRESS = N_("Address for service")


class _OfParties(RecordPage):
    """One for each party or agent there is; nobody adds one by hand."""

    purpose: ClassVar[str] = AMEND
    may_add = False

    def blank(self, file: CaseFile) -> Any:
        """Never asked for: without a party the page is not shown."""
        raise LookupError(self.kind)


class MandatePage(_OfParties):
    """What one power of attorney says beyond the agent that stands with the party."""

    kind = "mandates"
    one = "mandate"
    paper = "attorney"
    title_words = MANDATE

    def called(self, file: CaseFile, record: Any) -> Item:
        return Item(record.id, record.agent, _("for {name}").format(name=file.party(record.party_id).name))

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        self.field(record, "occupation")
        self.field(record, "address")
        self.field(record, "begins")
        self.field(record, "ends")
        self.field(record, "further", text(3))


class ServiceAddressPage(_OfParties):
    """Where papers reach one party, and whether it takes them electronically."""

    kind = "service_addresses"
    one = "service_address"
    paper = "service_address"
    title_words = ADDRESS

    def called(self, file: CaseFile, record: Any) -> Item:
        return Item(record.id, file.party(record.party_id).name)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        self.field(record, "receiver", suggested([p.name for p in file.parties]))
        self.field(record, "phone", phone_number())
        self.field(record, "address", wide=True)
        self.field(record, "postcode")
        self.field(record, "electronic")
        self.field(record, "mobile", phone_number())
        self.field(record, "mail")
        self.field(record, "fax")
        self.field(record, "taker", suggested([m.name for m in file.mediators.values()]))
        self.field(record, "note", text(2))


def _agents(file: CaseFile) -> int:
    return sum(len(entry.party.agents) for entry in file.parties)


def _addresses(file: CaseFile) -> Mark:
    if not file.service_addresses:
        return Mark.NOT_NEEDED
    return Mark.DONE if len(file.service_addresses) >= len(file.parties) else Mark.BEGUN


MANDATES = PageKind(
    "mandates",
    lambda _file: MANDATE,
    lambda at, item: MandatePage(at, item) if _agents(at.file) else PARTIES.make(at, None),
    lambda f: state_of(f.mandates, lambda m: m.begins or m.ends or m.further) if f.mandates else Mark.NOT_YET,
    lambda f: _agents(f) or None,
    shown=lambda f: bool(_agents(f)),
    one="mandate",
)
SERVICE_ADDRESSES = PageKind(
    "service_addresses",
    lambda _file: ADDRESS,
    lambda at, item: ServiceAddressPage(at, item) if at.file.parties else PARTIES.make(at, None),
    _addresses,
    lambda f: some(f.service_addresses),
    shown=lambda f: bool(f.parties) and (bool(f.service_addresses) or for_the_court(f)),
    one="service_address",
)

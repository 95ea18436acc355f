"""The numbers of people and bodies: read by their rules, masked while nobody types them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mediation_desk.domain.credit_code import read_credit_code
from mediation_desk.domain.identity import IdentityReading, mask_identity, read_identity
from mediation_desk.domain.phones import mask_phone, read_phone
from mediation_desk.reference.codes import table
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.readings import Kept
from mediation_desk.ui.parts.masked_field import MaskedField, Reading


class DocumentNumber(Binding):
    """A document's number. One of an identity card (公民身份号码) is checked, with warnings only, and tells sex and
    birth; any other is kept as typed. ``document_type`` gives the code of the document, ``today`` the day."""

    def __init__(self, document_type: Callable[[], str], today: Callable[[], date]) -> None:
        self._document_type, self._today = document_type, today
        self._line = MaskedField(self._reading, mask_identity)
        super().__init__(self._line)

    def _reading(self, text: str) -> Reading:
        types = table("document_type")
        code = self._document_type()
        identity = code not in types or types[code].attributes.get("identity") == "yes"
        return read_identity(text, self._today()) if identity else Kept(text.strip())

    def look_again(self) -> None:
        """The document is another one: what was remarked may no longer hold."""
        self._line.set_value(self._line.value())

    def on_understood(self, heard: Callable[[str, date | None], object]) -> None:
        """Call ``heard`` with the code of the sex ("" where it does not tell) and the birth, once a number was typed."""

        def understood(reading: Reading) -> None:
            if isinstance(reading, IdentityReading):
                found = table("sex").find(reading.sex or "")
                heard(found.code if found else "", reading.born)

        self._line.understood.connect(understood)


class CodeNumber(Binding):
    """A unified social credit code: public, so never masked."""

    def __init__(self) -> None:
        super().__init__(MaskedField(read_credit_code, str))


def phone_number() -> Binding:
    """A telephone number."""
    return Binding(MaskedField(read_phone, mask_phone))

"""The courier: whoever carries a file reads nothing in it, and can change nothing."""

from __future__ import annotations

import re

import msgspec
import pytest
from tests.sync.builders import CENTRE, Chain, sealed, uid

from mediation_desk.sync.wire import courier
from mediation_desk.sync.wire.conversation import Denied, Pull
from mediation_desk.sync.wire.courier import (
    MAGIC,
    Bundle,
    Receipt,
    open_courier,
    read_header,
    write_courier,
)
from mediation_desk.sync.wire.keys import exchange_key, public_text, sign, signing_key
from mediation_desk.sync.wire.malformed import Malformed

DESK, CENTRAL = signing_key(b"d" * 32), exchange_key(b"c" * 32)
OTHER = exchange_key(b"o" * 32)


def bundle() -> Bundle:
    """A batch with a name in it."""
    chain = Chain("b")
    chain.write(changes={"title": "李国庆与赵敏"})
    return Bundle(batches=[sealed(chain.frames)], pulls=[Pull(centre_id=CENTRE)])


def file_of(content: Bundle | Receipt, **other: str) -> bytes:
    """A courier file from the desk to central."""
    words = {"bundle_id": uid("1"), "central_id": uid("c"), "desk_id": uid("b"), "to": public_text(CENTRAL)} | other
    return write_courier(content, key=DESK, public_key=public_text(DESK), **words)


def test_a_bundle_arrives_whole() -> None:
    """And anyone sees whose it is and for whom, and nothing else."""
    file = file_of(bundle())
    header = read_header(file)
    assert (header.what, header.bundle_id, header.central_id, header.desk_id, header.signing_key) == (
        "bundle",
        uid("1"),
        uid("c"),
        uid("b"),
        public_text(DESK),
    )
    assert open_courier(file, CENTRAL, Bundle) == bundle()
    assert "李国庆".encode() not in file


def test_a_receipt_goes_the_other_way() -> None:
    """And is not taken for a bundle, nor a bundle for a receipt."""
    receipt = Receipt(batches=[], pages=[Denied(reason="scope")])
    file = file_of(receipt)
    assert open_courier(file, CENTRAL, Receipt) == receipt
    with pytest.raises(Malformed, match="other direction"):
        open_courier(file, CENTRAL, Bundle)
    with pytest.raises(Malformed, match="other direction"):
        open_courier(file_of(bundle()), CENTRAL, Receipt)


def test_nobody_else_reads_it() -> None:
    """Encrypted to one key."""
    with pytest.raises(Malformed, match="for another"):
        open_courier(file_of(bundle()), OTHER, Bundle)


def test_two_files_of_the_same_content_differ() -> None:
    """Each is encrypted under a secret of its own."""
    assert file_of(bundle()) != file_of(bundle())


@pytest.mark.parametrize("at", [0, len(MAGIC) + 1, len(MAGIC) + 40, -1, -200])
def test_a_changed_byte_is_found(at: int) -> None:
    """Wherever it is."""
    file = bytearray(file_of(bundle()))
    file[at] ^= 1
    with pytest.raises(Malformed):
        read_header(bytes(file))


def test_a_cut_file_is_found() -> None:
    """At any length."""
    file = file_of(bundle())
    for length in (0, 5, len(MAGIC), len(MAGIC) + 2, len(MAGIC) + 100, len(file) - 1):
        with pytest.raises(Malformed):
            read_header(file[:length])


def test_a_header_is_signed_with_all_its_words() -> None:
    """A stranger cannot pass a file off as another desk's, nor as an answer to another bundle."""
    file = file_of(bundle())
    header = read_header(file)
    shown = msgspec.json.encode(header)
    rest = file[len(MAGIC) + 2 + len(shown) :]
    for field in ("what", "bundle_id", "central_id", "desk_id"):
        forged = msgspec.json.encode(msgspec.structs.replace(header, **{field: uid("x")}))
        with pytest.raises(Malformed, match="changed"):
            read_header(MAGIC + len(forged).to_bytes(2) + forged + rest)


def test_the_content_belongs_to_its_header() -> None:
    """Encrypted bytes under another honest header do not open."""
    sealed_for = file_of(bundle())
    header = read_header(sealed_for)
    rest = sealed_for[len(MAGIC) + 2 + len(msgspec.json.encode(header)) :]
    parts = header.what, uid("2"), header.central_id, header.desk_id, header.signing_key, header.digest
    moved = msgspec.json.encode(
        msgspec.structs.replace(header, bundle_id=uid("2"), signature=sign(DESK, "courier", *parts))
    )
    with pytest.raises(Malformed, match="for another"):
        open_courier(MAGIC + len(moved).to_bytes(2) + moved + rest, CENTRAL, Bundle)


def test_what_is_no_courier_file_is_refused() -> None:
    """Another program's file, a header of nonsense, one that never ends, and more than may be."""
    for file in (
        b"PK\x03\x04",
        MAGIC + (3).to_bytes(2) + b"{x}",
        MAGIC + (1).to_bytes(2) + b"\xff",
        MAGIC + (0xFFFF).to_bytes(2) + b" " * 0xFFFF,
    ):
        with pytest.raises(Malformed, match="not a courier file"):
            read_header(file)


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its length; the last byte that is allowed is."""
    file = file_of(bundle())
    monkeypatch.setattr(courier.limits, "MOST_COURIER", len(file))
    assert read_header(file).desk_id == uid("b")
    monkeypatch.setattr(courier.limits, "MOST_COURIER", len(file) - 1)
    with pytest.raises(Malformed, match="not a courier file"):
        read_header(file)


def test_a_bomb_in_a_courier_file_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of what is unpacked holds here too."""
    monkeypatch.setattr(courier.limits, "MOST_COURIER_UNPACKED", 100)
    with pytest.raises(Malformed, match=re.escape("too large when unpacked")):
        open_courier(file_of(bundle()), CENTRAL, Bundle)

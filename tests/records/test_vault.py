"""The vault: three ways to one key, each of which can be lost without losing the others."""

from __future__ import annotations

import hashlib
from random import Random

import msgspec
import pytest
from tests.records.faults import fill, open_to_all, refusal, small_disk
from tests.records.kept import CHEAP, PASSPHRASE, make_kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import vault as vaults
from mediation_desk.records.keys_os import OsKeys
from mediation_desk.records.profile import Profile
from mediation_desk.records.recovery_code import new_recovery_code
from mediation_desk.records.slot_file import read_slots
from mediation_desk.records.vault import Vault

RNG = Random(3).randbytes


@pytest.fixture
def made(profile: Profile) -> tuple[Vault, str]:
    """A new vault and its recovery code."""
    return vaults.create(profile, PASSPHRASE, keyring=False, rng=RNG, cost=CHEAP)


def test_passphrase_and_recovery_code_open_the_same_key(profile: Profile, made: tuple[Vault, str]) -> None:
    """Losing one way is never losing the data."""
    vault, code = made
    assert len(vault.key) == 32
    assert vaults.open_with_passphrase(profile, PASSPHRASE).key == vault.key
    assert vaults.open_with_recovery(profile, code.lower()).key == vault.key
    assert vaults.open_with_keyring(profile) is None


def test_an_input_method_left_in_full_width_still_opens(profile: Profile, made: tuple[Vault, str]) -> None:
    """The digits of the passphrase in full width are the same passphrase."""
    assert vaults.open_with_passphrase(profile, "山阳区的春天　２０２６").key == made[0].key


def test_a_wrong_passphrase_or_code_is_a_sentence(profile: Profile, made: tuple[Vault, str]) -> None:
    """Nothing but a sentence, and the vault as it was."""
    before = profile.vault.read_bytes()
    with pytest.raises(KnownProblem, match="passphrase is not right"):
        vaults.open_with_passphrase(profile, "wrong")
    with pytest.raises(KnownProblem, match="passphrase is empty"):
        vaults.open_with_passphrase(profile, " 　")
    other = new_recovery_code(Random(99).randbytes)
    with pytest.raises(KnownProblem, match="another desk"):
        vaults.open_with_recovery(profile, other)
    assert profile.vault.read_bytes() == before


def test_a_new_passphrase_and_a_new_code_replace_the_old(profile: Profile, made: tuple[Vault, str]) -> None:
    """What was seen over a shoulder can be taken back."""
    vault, code = made
    vault.set_passphrase("another one", CHEAP)
    newer = vault.new_recovery_code()
    assert vaults.open_with_passphrase(profile, "another one").key == vault.key
    assert vaults.open_with_recovery(profile, newer).key == vault.key
    with pytest.raises(KnownProblem):
        vaults.open_with_passphrase(profile, PASSPHRASE)
    with pytest.raises(KnownProblem):
        vaults.open_with_recovery(profile, code)


def test_two_windows_do_not_undo_each_others_changes(profile: Profile, made: tuple[Vault, str]) -> None:
    """A vault that was opened before another window changed the passphrase does not write the old one back."""
    vault, _code = made
    other = vaults.open_with_passphrase(profile, PASSPHRASE)
    other.set_passphrase("changed meanwhile", CHEAP)
    newer = vault.new_recovery_code()
    assert vaults.open_with_passphrase(profile, "changed meanwhile").key == vault.key
    assert vaults.open_with_recovery(profile, newer).key == vault.key
    assert vault.portable_slots.encode() == other.portable_slots.encode() == profile.vault.read_bytes()


def test_derived_keys_differ_and_stay(made: tuple[Vault, str]) -> None:
    """Each purpose has its own key, the same each time, and none is the key itself."""
    vault, _code = made
    keys = [vault.key, *(vault.derive(purpose) for purpose in ("blobs", "backup"))]
    assert len(set(keys)) == 3
    assert vault.derive("backup") == keys[2]


def test_nothing_secret_is_shown(profile: Profile, made: tuple[Vault, str]) -> None:
    """Not by a repr, and not in the file, in any spelling."""
    vault, code = made
    for shown in (repr(vault).encode(), str(vault).encode(), profile.vault.read_bytes()):
        for secret in (vault.key, vault.key.hex().encode(), PASSPHRASE.encode(), code.encode()):
            assert secret not in shown
    assert profile.vault.stat().st_mode & 0o077 == 0


def test_any_changed_byte_leaves_the_other_way_open(profile: Profile, made: tuple[Vault, str]) -> None:
    """One damaged byte anywhere in vault.json costs at most one way in, and never opens a wrong key."""
    vault, code = made
    whole = profile.vault.read_bytes()
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ (1 + place % 255)]) + whole[place + 1 :]
        profile.vault.write_bytes(changed)
        assert read_slots(changed).damaged
        opened = [key for key in (by_passphrase(profile), by_recovery(profile, code)) if key is not None]
        assert opened and set(opened) == {vault.key}


def by_passphrase(profile: Profile) -> bytes | None:
    try:
        return vaults.open_with_passphrase(profile, PASSPHRASE).key
    except KnownProblem:
        return None


def by_recovery(profile: Profile, code: str) -> bytes | None:
    try:
        return vaults.open_with_recovery(profile, code).key
    except KnownProblem:
        return None


def test_damage_is_said_with_the_ways_that_are_left(profile: Profile, made: tuple[Vault, str]) -> None:
    """The person is told what to try next, and a change of slots heals the file."""
    vault, code = made
    profile.vault.write_bytes(profile.vault.read_bytes().replace(b"argon2id", b"argon2iX"))
    with pytest.raises(KnownProblem, match=r"damaged.*Still open: the recovery code\."):
        vaults.open_with_passphrase(profile, PASSPHRASE)
    again = vaults.open_with_recovery(profile, code)
    again.set_passphrase(PASSPHRASE, CHEAP)
    assert not read_slots(profile.vault.read_bytes()).damaged
    assert vaults.open_with_passphrase(profile, PASSPHRASE).key == vault.key
    profile.vault.write_bytes(b"")
    with pytest.raises(KnownProblem, match=r"no way in is left.*latest backup"):
        vaults.open_with_passphrase(profile, PASSPHRASE)


def test_a_slot_of_a_newer_program_is_kept(profile: Profile, made: tuple[Vault, str]) -> None:
    """An older program that cannot use SM3 or SM4 must not throw away what a newer one wrote."""
    _vault, code = made
    slots = read_slots(profile.vault.read_bytes())
    newer = msgspec.json.encode(slots.slots[0]).replace(b"argon2id", b"sm3-kdf-2")
    check = hashlib.sha256(newer).hexdigest()[:16].encode()
    line = b'{"check": "%s", "slot": %s}' % (check, newer)
    content = profile.vault.read_bytes().replace(b"\n]}", b",\n" + line + b"\n]}")
    profile.vault.write_bytes(content)
    again = vaults.open_with_recovery(profile, code)
    again.set_passphrase("another", CHEAP)
    assert newer in profile.vault.read_bytes()
    assert not read_slots(profile.vault.read_bytes()).damaged


def test_no_vault_is_said(profile: Profile, made: tuple[Vault, str]) -> None:
    """An empty folder and a lost key file are two different sentences."""
    profile.vault.unlink()
    with pytest.raises(KnownProblem, match="No desk lives in this folder yet"):
        vaults.open_with_passphrase(profile, PASSPHRASE)
    profile.database.touch()
    with pytest.raises(KnownProblem, match=r"vault\.json\) is missing.*latest backup"):
        vaults.open_with_passphrase(profile, PASSPHRASE)


def test_a_desk_is_never_overwritten(profile: Profile, made: tuple[Vault, str]) -> None:
    """A second set-up is refused, and a key that lies alone is kept aside, never lost."""
    alone = profile.vault.read_bytes()
    vaults.create(profile, "second", keyring=False, rng=RNG, cost=CHEAP)
    assert (profile.folder / "vault.1.json").read_bytes() == alone
    profile.database.touch()
    with pytest.raises(KnownProblem, match="already lives"):
        vaults.create(profile, "third", keyring=False, rng=RNG, cost=CHEAP)


def test_without_keyring_and_passphrase_there_is_no_vault(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A headless computer says so, quietly, and leaves nothing behind; with a passphrase it works."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(KnownProblem, match="Choose a passphrase"):
        vaults.create(profile, None, keyring=True, rng=RNG, cost=CHEAP)
    assert not profile.vault.exists()
    vault, _code = vaults.create(profile, PASSPHRASE, keyring=True, rng=RNG, cost=CHEAP)
    assert vault.kinds == ("passphrase", "recovery")
    assert not vault.enable_keyring(OsKeys())
    assert capfd.readouterr() == ("", "")


def test_a_full_disk_keeps_the_old_passphrase() -> None:
    """vault.json is replaced whole or not at all."""
    with small_disk(256) as disk:
        kept = make_kept(disk / "desk")
        kept.engine.dispose()
        filling = fill(disk)
        with pytest.raises(KnownProblem, match="disk is full"):
            kept.vault.set_passphrase("another", CHEAP)
        filling.unlink()
        assert sorted(path.name for path in kept.profile.folder.glob("vault*")) == ["vault.json"]
        assert vaults.open_with_passphrase(kept.profile, PASSPHRASE).key == kept.vault.key


def test_a_read_only_folder_keeps_the_old_passphrase() -> None:
    """Without the right to write, the sentence says so and the vault is as it was."""
    with open_to_all() as folder:
        kept = make_kept(folder / "desk")
        kept.engine.dispose()
        for path in (kept.profile.folder, kept.profile.vault):
            path.chmod(0o555)
        said = refusal(lambda: kept.vault.set_passphrase("another", CHEAP), another_user=True)
        assert "may not be written to" in said
        assert vaults.open_with_passphrase(kept.profile, PASSPHRASE).key == kept.vault.key

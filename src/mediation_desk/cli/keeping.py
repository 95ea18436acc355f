"""``backup``, ``restore``, ``infix``, ``check`` and ``mend``: keeping the desk safe and proving that it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _


def _no_arguments(parser: ArgumentParser) -> None:
    del parser


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("where to put it; best on another disk"))


def _backup(options: Namespace) -> None:
    from mediation_desk.actions.keeping import backup
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import line

    with seated(options) as seat:
        done = backup(seat, options.file)
    line(
        N_("Backed up and read back: {cases} cases, {blobs} papers and scans, {size} bytes, SHA-256 {digest}."),
        cases=done.header.counts["case"],
        blobs=done.blobs,
        size=done.size,
        digest=done.digest,
    )
    for fault in done.faults:
        line(N_("Damaged already before the backup: {what}"), what=fault.problem.sentence)


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the backup"))
    parser.add_argument(
        "--recovery-code-file",
        metavar="FILE",
        help=_("a file whose first line is the recovery code, where the passphrase is lost"),
    )
    parser.add_argument("--infix", metavar="NN", help=_("two digits for its numbers that no desk has used yet"))


def _restore(options: Namespace) -> None:
    from mediation_desk.actions.infix import needs_infix
    from mediation_desk.actions.keeping import restore
    from mediation_desk.cli.opening import passphrase_of, profile_of, read_secret
    from mediation_desk.cli.said import line
    from mediation_desk.domain.dates import print_moment

    recovery = read_secret(Path(options.recovery_code_file)) if options.recovery_code_file else None
    passphrase = None if recovery else passphrase_of(options)
    desk, done = restore(
        options.file, profile_of(options), passphrase=passphrase, recovery=recovery, infix=options.infix
    )
    unnumbered = needs_infix(desk.store)
    desk.close()
    at, cases = print_moment(done.header.made_at), done.header.counts["case"]
    line(N_("Restored: the desk as it was on {at}, with {cases} cases."), at=at, cases=cases)
    if done.aside is not None:
        line(N_("The desk that was here before is kept in {folder}."), folder=done.aside)
    if unnumbered:
        line(N_("It needs two new digits before it gives a number: infix NN."))


def _infix_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("digits", metavar="NN", help=_("two digits that no desk of its centres has used yet"))


def _infix(options: Namespace) -> None:
    from mediation_desk.actions.infix import choose_infix
    from mediation_desk.cli.opening import opened

    with opened(options) as desk:
        choose_infix(desk.store, options.digits)


def _check(options: Namespace) -> int:
    from mediation_desk.actions.checking import check
    from mediation_desk.cli.opening import opened
    from mediation_desk.cli.said import line, said
    from mediation_desk.domain.problem import KnownProblem

    with opened(options) as desk:
        report = check(desk)
    for each in (*report.lines(), *report.faults):
        said(each)
    if report.mendable:
        raise KnownProblem(
            "The tables are not what the journal says, and the journal is whole: mend makes them anew. "
            "Faults found: {count}.",
            count=len(report.faults),
        )
    if not report.sound:
        raise KnownProblem(
            "The desk is not whole. Faults found: {count}. Do not go on with it: restore the latest backup.",
            count=len(report.faults),
        )
    line(N_("Everything is whole."))
    return 0


def _mend(options: Namespace) -> None:
    from mediation_desk.actions.checking import check
    from mediation_desk.actions.desk import open_desk
    from mediation_desk.actions.mending import mend
    from mediation_desk.cli.opening import unlocked
    from mediation_desk.cli.said import line

    vault = unlocked(options)
    desk = mend(open_desk(vault.profile, vault))
    try:
        report = check(desk)
    finally:
        desk.close()
    line(N_("The tables were made anew from the journal: {count} changes."), count=report.counted.ops)


COMMANDS = (
    Command("backup", N_("write an encrypted backup and read it back"), _backup_arguments, _backup),
    Command("restore", N_("put a backup in the place of the desk, which is kept aside"), _restore_arguments, _restore),
    Command("infix", N_("give the desk other digits for its case numbers"), _infix_arguments, _infix),
    Command("check", N_("prove that the desk is whole, down to each byte"), _no_arguments, _check),
    Command("mend", N_("make the tables anew from the journal, when check says so"), _no_arguments, _mend),
)

"""The parser of the command line: every command, and the options that stand before or after it."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from mediation_desk import __version__
from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import CHINESE, ENGLISH, _

LANGUAGES = (CHINESE, ENGLISH)
_DEFAULTS = {"profile": None, "passphrase_file": None, "as_account": None, "language": CHINESE}
_CLOSING = N_(
    "The command line is trusted by whoever holds the desk's passphrase (or its keyring): it asks for no password and "
    "acts as the account that init or sample named for it, or as --as says.\n"
    "Exit code 0: done. 1: one sentence on stderr says why not. 2: the call was not understood."
)


class _Formatter(HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(super(_Formatter, self)._fill_text(line, width, indent) for line in text.splitlines())


class Parser(ArgumentParser):
    """``argparse`` in our language, without abbreviations: a new option must never change what an old script means."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=_Formatter, **options)
        self._positionals.title = _("Arguments")
        self._optionals.title = _("Options")
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        """Usage and what was not understood on stderr; exit code 2."""
        self.exit(2, f"{self.format_usage()}{message}\n")


def read_language(arguments: Sequence[str]) -> str:
    """The language asked for, found before anything is said in one."""
    early = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--language", default=CHINESE)
    try:
        return str(early.parse_known_args(arguments)[0].language)
    except SystemExit:
        return CHINESE


def build(commands: Iterable[Command]) -> Parser:
    """The whole parser."""
    parser = Parser(prog="mediation-desk", description=_("Mediation Desk. Without a command it opens the window."))
    parser.epilog = _(_CLOSING)
    parser.add_argument(
        "--version", action="version", version=f"mediation-desk {__version__}", help=_("show the version")
    )
    _add_global(parser)
    parser.set_defaults(run=None)
    below = parser.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), dest="command", parser_class=Parser)
    for command in commands:
        own = below.add_parser(command.name, help=_(command.summary), description=_(command.summary))
        command.arguments(own)
        _add_global(own)
        own.set_defaults(run=command.run)
    return parser


def parse(parser: Parser, arguments: Sequence[str]) -> Namespace:
    """The options of a call, the global ones filled in. Exits with code 2 when the call is not understood."""
    options = parser.parse_args(arguments)
    for name, default in _DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, default)
    return options


def _add_global(parser: ArgumentParser) -> None:
    # Suppressed defaults: else what stood before the command would be overwritten by the default after it.
    group = parser.add_argument_group(_("Options of every command"))
    group.add_argument(
        "--profile", metavar="DIR", default=SUPPRESS, help=_("the desk's folder (also MEDIATION_DESK_PROFILE)")
    )
    group.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=SUPPRESS,
        help=_("a file whose first line is the passphrase (also MEDIATION_DESK_PASSPHRASE_FILE)"),
    )
    group.add_argument("--as", dest="as_account", metavar="ACCOUNT", default=SUPPRESS, help=_("the account that acts"))
    group.add_argument("--language", choices=LANGUAGES, default=SUPPRESS, help=_("the language of what is said"))

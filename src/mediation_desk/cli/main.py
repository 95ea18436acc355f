"""The command ``mediation-desk``: reads the call, does it, and turns what goes wrong in the world into one sentence."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from mediation_desk.cli.parser import LANGUAGES, build, parse, read_language
from mediation_desk.cli.registry import COMMANDS
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.language import CHINESE, choose, say

REFUSED = N_("The computer refused: {why}. Nothing more was done.")
NO_TEXT = N_("Something in this call is no text in UTF-8. Nothing was changed.")
_INTERRUPTED = 130


def run() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # Chinese comes out as UTF-8 under any locale, and a file name that is no text does not stop a sentence.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Do one call; returns its exit code: 0, or 1 with a sentence on stderr. A call not understood exits with 2."""
    language = read_language(arguments)
    choose(language if language in LANGUAGES else CHINESE)
    options = parse(build(COMMANDS), arguments)
    try:
        code = (options.run or _window)(options)
        sys.stdout.flush()
    except KnownProblem as problem:
        return _complain(problem.sentence)
    except BrokenPipeError:
        # Whoever read has read enough. What is still in the buffer must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _complain(Say(REFUSED, {"why": error.strerror or type(error).__name__}))
    except UnicodeEncodeError:
        if all(map(_is_text, arguments)):
            raise
        return _complain(Say(NO_TEXT))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code or 0


def _window(options: Namespace) -> int:
    # By name: the layers of window and command line know nothing of each other, and Qt is loaded for the window alone.
    return int(import_module("mediation_desk.ui.start").main(options))


def _is_text(argument: str) -> bool:
    # What the system hands over that is not UTF-8 comes as lone surrogates: good for a file's name and nothing else.
    return not any("\ud800" <= char <= "\udfff" for char in argument)


def _complain(sentence: Say) -> int:
    print(say(sentence), file=sys.stderr)  # noqa: T201 - the one place where a command says what went wrong
    return 1


if __name__ == "__main__":
    run()

"""The language sentences are shown in: Simplified Chinese by default, English as written in the source."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from mediation_desk.domain.dates import print_date
from mediation_desk.domain.words import Say
from mediation_desk.reference.place import resources

DOMAIN = "mediation_desk"
CHINESE = "zh_CN"
ENGLISH = "en"

_chosen = CHINESE


def choose(language: str) -> None:
    """Speak ``zh_CN`` or ``en`` from now on, in the whole process."""
    global _chosen
    _chosen = language if language in (CHINESE, ENGLISH) else CHINESE


def chosen() -> str:
    """The language in use: ``zh_CN`` or ``en``."""
    return _chosen


@lru_cache(maxsize=2)
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == ENGLISH:
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, localedir=resources() / "i18n", languages=[language], fallback=False)


def _(text: str) -> str:
    """The text in the chosen language. Use only with literal source texts, or texts marked by ``N_``."""
    return _catalogue(_chosen).gettext(text) if text else text


def listed(words: Iterable[str]) -> str:
    """Several words on one line, set off as the chosen language sets them off."""
    return ("、" if _chosen == CHINESE else ", ").join(words)


def printed(sentence: Say) -> str:
    """A sentence as a paper has it: in Chinese whatever is spoken, with its days as papers write them."""
    values = {k: _on_paper(v) for k, v in sentence.values.items()}
    text = _catalogue(CHINESE).gettext(sentence.text)
    return text.format(**values) if values else text


def _on_paper(value: object) -> object:
    if isinstance(value, Say):
        return printed(value)
    return print_date(value) if isinstance(value, date) else value


def say(sentence: Say) -> str:
    """A sentence with its values, in the chosen language."""
    values = {k: say(v) if isinstance(v, Say) else v for k, v in sentence.values.items()}
    spoken = _(sentence.text)
    return spoken.format(**values) if values else spoken

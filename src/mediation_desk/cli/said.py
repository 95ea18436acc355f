"""What commands say: lines of text, translated, and JSON, on stdout."""

from __future__ import annotations

import json
from typing import Any

from mediation_desk.domain.words import Say
from mediation_desk.reference.language import say


def line(text: str, /, **values: object) -> None:
    """Say a sentence marked by ``N_``, with its values."""
    said(Say(text, values))


def said(sentence: Say) -> None:
    """Say a sentence that is one already."""
    print(say(sentence))  # noqa: T201 - commands speak on stdout


def plain(text: str = "") -> None:
    """Say a text as it is: a number, a name, a code."""
    print(text)  # noqa: T201


def as_json(value: Any) -> None:
    """Say a value as JSON, characters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201

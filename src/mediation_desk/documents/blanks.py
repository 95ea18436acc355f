"""Declared blanks: 此字留空格手写并按指印, for a character that no typeface draws."""

from __future__ import annotations

import re

from mediation_desk.documents.agreement_texts import placed_texts
from mediation_desk.documents.agreement_view import AgreementView
from mediation_desk.documents.clusters import SELECTORS, clusters
from mediation_desk.documents.typefaces import BLANK, missing
from mediation_desk.reference.papers import Wording


class Blanks:
    """The characters a view declares as blanks, and its texts as they are printed."""

    def __init__(self, view: AgreementView) -> None:
        chars = "|".join(re.escape(blank.char) for blank in view.declared_blanks)
        self._declared = re.compile(f"(?:{chars})[{SELECTORS}]*") if chars else None

    def printed(self, text: str) -> str:
        """The text with each declared character as an underlined space."""
        return self._declared.sub(BLANK, text) if self._declared else text

    def places(self, view: AgreementView, words: Wording) -> list[str]:
        """Where blanks stand, each place once."""
        found = (place for place, text in placed_texts(view, words) if self.printed(text) != text)
        return list(dict.fromkeys(place.rstrip("：") for place in found))


def missing_characters(view: AgreementView, words: Wording) -> list[tuple[str, str, str]]:
    """What cannot be printed and is not declared: (place in the paper's words, character, ``U+323AF``), each once."""
    blanks = Blanks(view)
    found = (
        (place.rstrip("："), char, "U+" + "+".join(f"{ord(part):04X}" for part in char))
        for place, text in placed_texts(view, words)
        for char, _ in missing(text)
        if char == BLANK or blanks.printed(char) != BLANK
    )
    return list(dict.fromkeys(found))


def letters(view: AgreementView, words: Wording) -> frozenset[str]:
    """Every character the view brings to the paper."""
    return frozenset(unit for _, text in placed_texts(view, words) for unit in clusters(text))

"""The one kind of error that is the world's and not ours."""

from __future__ import annotations

from mediation_desk.domain.words import Say


class KnownProblem(Exception):
    """Something in the world went wrong (disk full, printer gone, wrong passphrase, refused input).

    Carries one sentence that says what happened, what is safe and what to do. ``KnownProblem("No printer named
    {name}.", name=...)``: the text is the English source; whoever shows it translates ``sentence``. Never put a
    name, an identity number or a phone number among the values when the sentence may reach a log.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.sentence = Say(text, values)
        super().__init__(str(self.sentence))

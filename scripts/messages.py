"""The message catalogue: the sentences of the program, and their Chinese.

python scripts/messages.py extract     the English sentences of src/ that have no Chinese yet, as po entries
python scripts/messages.py check       exit 1 unless every sentence has its Chinese, and nothing is left over
python scripts/messages.py merge       fold resources/i18n/parts/*.po into the one catalogue
python scripts/messages.py compile     write the .mo that the program reads, parts included
"""

from __future__ import annotations

import io
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sentences
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HEADER = r"""# The Chinese of Mediation Desk: windows, command line and history. One entry a sentence, sorted.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: zh_CN\n"

"""


@dataclass(frozen=True)
class Tree:
    """A checkout: where its source stands and where its Chinese lies."""

    root: Path

    @property
    def source(self) -> Path:
        """The folder whose sentences are wanted."""
        return self.root / "src"

    @property
    def catalogue(self) -> Path:
        """The one catalogue."""
        return self.root / "resources" / "i18n" / "zh_CN" / "LC_MESSAGES" / "mediation_desk.po"

    @property
    def parts(self) -> list[Path]:
        """Translations handed in apart, not yet folded into the catalogue."""
        return sorted((self.root / "resources" / "i18n" / "parts").glob("*.po"))

    def entries(self) -> Iterator[tuple[Path, str, str]]:
        """File, sentence and Chinese of every entry, the catalogue's first. A fuzzy entry counts as not translated."""
        for path in filter(Path.exists, (self.catalogue, *self.parts)):
            with path.open("rb") as file:
                for message in read_po(file, locale="zh_CN", abort_invalid=True):
                    if message.id:
                        yield path, str(message.id), "" if message.fuzzy else str(message.string)

    def chinese(self) -> Catalog:
        """Catalogue and parts as one. Where they differ, the first stands (``check`` names the difference)."""
        whole = Catalog(locale="zh_CN", charset="utf-8")
        for _path, text, spoken in self.entries():
            if text not in whole or not whole[text].string:
                whole.add(text, spoken)
        return whole


def faults(tree: Tree) -> list[str]:
    """What keeps the Chinese from being complete and right, a line each."""
    wanted = sentences.read(tree.source)
    wrong = [f"{file}:{line}: a sentence built at run time cannot be translated" for file, line in wanted.built]
    said: dict[str, str] = {}
    for path, text, spoken in tree.entries():
        if said.setdefault(text, spoken) != spoken:
            wrong.append(f"{path.name}: another translation than before of {text!r}")
        if text not in wanted.texts:
            wrong.append(f"{path.name}: no longer in the source: {text!r}")
    for text, [(file, line), *_] in wanted.texts.items():
        if not said.get(text):
            wrong.append(f"{file}:{line}: no Chinese for {text!r}")
        elif places(text) != places(said[text]):
            wrong.append(f"{file}:{line}: {text!r} and {said[text]!r} name different places in braces")
    return wrong


def places(text: str) -> set[str] | None:
    """The named places of a sentence: ``{name}`` and ``{sum:,}`` give ``name`` and ``sum``; nothing if it has loose braces."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def extract(tree: Tree) -> int:
    """Print the sentences that have no Chinese yet, ready to be filled in."""
    known = tree.chinese()
    lacking = Catalog(locale="zh_CN", charset="utf-8")
    for text, at in sentences.read(tree.source).texts.items():
        if text not in known or not known[text].string:
            lacking.add(text, "", locations=at)
    out = io.BytesIO()
    write_po(out, lacking, width=110, omit_header=True)
    print(out.getvalue().decode(), end="")
    return 0


def check(tree: Tree) -> int:
    """Exit code 1, with a line for each fault, unless the Chinese is complete and right."""
    wrong = faults(tree)
    for line in wrong:
        print(line, file=sys.stderr)
    return int(bool(wrong))


def merge(tree: Tree) -> int:
    """Write the one catalogue, sorted, with the parts folded in, and remove the parts."""
    whole = tree.chinese()
    tree.catalogue.parent.mkdir(parents=True, exist_ok=True)
    with tree.catalogue.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, whole, width=110, sort_output=True, omit_header=True)
    for part in tree.parts:
        part.unlink()
    return 0


def compile_catalogue(tree: Tree) -> int:
    """Write the compiled catalogue beside the other, whole or not at all."""
    made = tree.catalogue.with_suffix(".mo")
    made.parent.mkdir(parents=True, exist_ok=True)
    unfinished = made.with_suffix(".part")
    with unfinished.open("wb") as file:
        write_mo(file, tree.chinese())
    unfinished.replace(made)
    return 0


COMMANDS = {"extract": extract, "check": check, "merge": merge, "compile": compile_catalogue}


def main(arguments: list[str]) -> int:
    """Run one command on this checkout; 2 for a wrong call."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](Tree(Path(__file__).resolve().parents[1]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

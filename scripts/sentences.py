"""The sentences that the source marks for translation: the literal first argument of four calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARKS = frozenset({"_", "N_", "Say", "KnownProblem"})


@dataclass
class Sentences:
    """What a source tree says: each text with its places (file, line), and the places where a text is built at run time."""

    texts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    built: list[tuple[str, int]] = field(default_factory=list)


def read(source: Path) -> Sentences:
    """The marked sentences of every Python file under a folder, in the order of files and lines."""
    found = Sentences()
    for path in sorted(source.rglob("*.py")):
        where = path.relative_to(source.parent).as_posix()
        for text, line in marked(path.read_text(encoding="utf-8")):
            if text is None:
                found.built.append((where, line))
            else:
                found.texts.setdefault(text, []).append((where, line))
    return found


def marked(source: str) -> Iterator[tuple[str | None, int]]:
    """The sentences marked in one source text, with their lines; ``None`` for one that is built at run time.

    Babel's own reader goes by tokens: it joins the branches of ``Say("one" if x else "two")`` into one sentence and
    passes over what stands inside an f-string. The syntax tree has both right.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in MARKS:
            yield from ((text, node.lineno) for text in literals(node.args[0]))


def literals(argument: ast.expr) -> Iterator[str | None]:
    """The literal texts an argument may be: one, the branches of a choice, none for a name; ``None`` if it is built."""
    match argument:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)
        case ast.JoinedStr() | ast.BinOp():
            yield None

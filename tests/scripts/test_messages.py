"""The catalogue cannot be incomplete, wrong or stale without ``make check`` saying so."""

from __future__ import annotations

import gettext
from pathlib import Path

import messages
import pytest
from messages import Tree

SOURCE = """
raise KnownProblem("No printer named {name}.", name=words.N_("Name"))
Say("Saved." if done else "Not saved.", {"at": f"{_('Today')}"})
shown = _(field.label)
"""
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A checkout that says five sentences, all of them in Chinese."""
    tree = Tree(tmp_path)
    tree.source.mkdir()
    (tree.source / "some.py").write_text(SOURCE)
    hand_in(tree, "one", {"No printer named {name}.": "没有名为{name}的打印机。", "Name": "姓名", "Today": "今天"})
    hand_in(tree, "two", {"Saved.": "已保存。", "Not saved.": "没有保存。"})
    return tree


def hand_in(tree: Tree, part: str, chinese: dict[str, str]) -> None:
    path = tree.root / "resources" / "i18n" / "parts" / f"{part}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PO + "".join(f'msgid "{text}"\nmsgstr "{spoken}"\n\n' for text, spoken in chinese.items()))


def chinese_of(tree: Tree) -> dict[str, str]:
    return {text: spoken for _path, text, spoken in tree.entries()}


def test_complete_chinese_passes(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """Nested sentences, both branches of a choice and those inside an f-string count; a name does not."""
    assert messages.check(tree) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("chinese", "fault"),
    [
        ({"Saved.": "", "Not saved.": "没有保存。"}, "no Chinese for 'Saved.'"),
        ({"Saved.": "已保存。", "Not saved.": "没有保存。", "Gone.": "没了。"}, "no longer in the source: 'Gone.'"),
        (
            {"Saved.": "已保存。", "Not saved.": "没有保存。", "Today": "今日"},
            "another translation than before of 'Today'",
        ),
        ({"Saved.": "{at}已保存。", "Not saved.": "没有保存。"}, "name different places in braces"),
    ],
    ids=["untranslated", "left over", "said in two ways", "a place too many"],
)
def test_each_fault_is_named(
    tree: Tree, chinese: dict[str, str], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a fault, with the sentence."""
    hand_in(tree, "two", chinese)
    assert messages.check(tree) == 1
    assert fault in capsys.readouterr().err


@pytest.mark.parametrize("built", ['Say(f"{n} cases")', '_("Case " + number)'])
def test_a_sentence_built_at_run_time_is_refused(tree: Tree, built: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It would never be found in the catalogue, and the mediator would read English."""
    (tree.source / "other.py").write_text(built)
    assert messages.check(tree) == 1
    assert "src/other.py:1" in capsys.readouterr().err


def test_what_lacks_chinese_is_listed_to_be_filled_in(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else is."""
    hand_in(tree, "two", {"Saved.": "已保存。"})
    messages.extract(tree)
    listed = capsys.readouterr().out
    assert 'msgid "Not saved."\nmsgstr ""' in listed
    assert "msgid" not in listed.replace('msgid "Not saved."', "")


def test_merging_keeps_every_translation_and_leaves_no_part(tree: Tree) -> None:
    """Two mergings give the same bytes, so that a translation is a small diff."""
    before = chinese_of(tree)
    messages.merge(tree)
    merged = tree.catalogue.read_bytes()
    assert tree.parts == []
    assert chinese_of(tree) == before
    messages.merge(tree)
    assert tree.catalogue.read_bytes() == merged


def test_the_program_reads_what_was_compiled(tree: Tree) -> None:
    """Parts speak before they are merged."""
    messages.compile_catalogue(tree)
    spoken = gettext.translation("mediation_desk", tree.root / "resources" / "i18n", languages=["zh_CN"])
    assert spoken.gettext("Not saved.") == "没有保存。"

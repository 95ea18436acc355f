"""Which face draws a character, and what is said of those none can draw."""

from __future__ import annotations

import pytest

from mediation_desk.documents.clusters import drawable
from mediation_desk.documents.subset import program
from mediation_desk.documents.typefaces import BLANK, Role, chain, missing

NO_FACE_HAS = "\U000323af"  # Ext H


def test_every_role_draws_names_of_all_planes() -> None:
    """Promise 7 begins with a face for each name of the samples."""
    for role in Role:
        assert chain(role).missing("王𠮷李㛃尉迟䶮周敏𬱖𫖯") == []


def test_every_ideograph_of_the_basic_block_and_extensions_a_to_f_is_drawn() -> None:
    """GB 18030-2022 level 3 wants them all; the faces are known to have them."""
    blocks = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D)]
    blocks += [(0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)]
    everything = "".join(chr(code) for first, last in blocks for code in range(first, last + 1))
    assert len(missing(everything)) == 0


def test_what_no_face_has_is_named_with_its_place_in_code_points() -> None:
    """The place counts characters, not UTF-16 units: a rare one before it shifts nothing."""
    assert missing(f"𠮷a{NO_FACE_HAS}b{NO_FACE_HAS}") == [(NO_FACE_HAS, 2), (NO_FACE_HAS, 4)]


def test_a_placeholder_typed_into_the_record_is_not_taken_for_a_declared_blank() -> None:
    """Pasted objects leave U+FFFC behind; it must stop the paper, not print a blank nobody declared."""
    assert missing(f"甲{BLANK}") == [(BLANK, 1)]


def test_invisible_characters_stop_nothing() -> None:
    """A joiner, byte order mark or odd space pasted in has no shape to miss."""
    pasted = "王\u200b芳\ufeff\r\n\t\xa0\u2003\u2028\x0b"
    assert missing(pasted) == []
    assert all(chain(Role.FANG).drawn(char) for char in drawable(pasted).replace("\n", ""))


@pytest.mark.parametrize("text", ["字\U000e0100", "é", "か\u3099"])
def test_marks_stay_with_their_base(text: str) -> None:
    """A variation selector or accent is drawn by the face of its base, as one unit."""
    drawn = chain(Role.FANG).drawn(text)
    assert drawn is not None
    assert "".join(part for part, _ in drawn.glyphs) == text


@pytest.mark.parametrize("role", [Role.FANG, Role.KAI])
def test_a_face_is_not_asked_for_what_it_draws_as_another_character(role: Role) -> None:
    """Fandol's 仿宋 and 楷体 draw 干 for 幹, 丑 for 醜, 誠 for 懲 and $ for ￥: on a receipt the wrong money."""
    for char in "幹醜懲滷￥":
        drawn = chain(role).drawn(char)
        assert drawn is not None
        assert drawn.face > 0, char
    assert all(one is not None and one.face == 0 for one in map(chain(role).drawn, "人民调解协议书，。（）“”—…0A"))


def test_widths_agree_with_the_file_whatever_its_em() -> None:
    """HanaMinB's em is 1024: its full width must still be exactly one em."""
    assert chain(Role.SONG).width("𠮷") == 1000
    assert chain(Role.SONG).width("王") == 1000


@pytest.mark.parametrize("role", list(Role))
def test_a_subset_is_a_sound_truetype_file_with_the_same_outlines(role: Role) -> None:
    """An independent reader opens the embedded program and finds each glyph's outline and width unchanged."""
    from io import BytesIO

    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.ttLib import TTFont

    face = chain(role).faces[0]
    glyphs = [0, *(face.glyph(ord(char)) for char in "调解协议书Aéſ℃①，“—")]
    data, count = program(face, glyphs)
    small, whole = TTFont(BytesIO(data)), TTFont(face.path)
    assert small["maxp"].numGlyphs == count >= len(glyphs)
    for place, glyph in enumerate(glyphs):
        drawings = []
        for font, number in ((small, place), (whole, glyph)):
            outlines = font.getGlyphSet()
            pen = DecomposingRecordingPen(outlines)
            outlines[font.getGlyphName(number)].draw(pen)
            drawings.append((pen.value, font["hmtx"][font.getGlyphName(number)][0]))
        assert drawings[0] == drawings[1]

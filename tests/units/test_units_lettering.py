"""Names are broken into lines of a drawing without a browser."""

from __future__ import annotations

import pytest

from glossmith.stages._lettering import WIDEST, lettered, width

ROOM, SIZE = 98, 13


def lines(name: str, most: int = 4) -> list[str]:
    return [line.text for line in lettered(name, ROOM, SIZE, most).lines]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("token", ["token"]),
        ("gradient descent", ["gradient", "descent"]),
        ("batch size", ["batch size"]),
        ("exploration–exploitation tradeoff", ["exploration–", "exploitation", "tradeoff"]),
        ("retrieval-augmented generation", ["retrieval-", "augmented", "generation"]),
        ("input/output specification", ["input/output", "specification"]),
        ("backpropagation", ["backpropagation"]),
        ("β-VAE", ["β-VAE"]),
    ],
)
def test_a_name_breaks_between_words_and_behind_hyphens(name: str, expected: list[str]) -> None:
    assert lines(name) == expected


def test_a_word_longer_than_a_line_is_broken_with_a_hyphen_and_nothing_is_lost() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    broken = lines(word)
    assert len(broken) > 1
    assert all(line.endswith("-") for line in broken[:-1])
    assert "".join(line.removesuffix("-") for line in broken) == word
    assert len(broken[-1]) >= 3


def test_chinese_breaks_between_any_signs() -> None:
    assert lines("基于人类反馈的强化学习方法") == ["基于人类反馈", "的强化学习方", "法"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("การเรียนรู้ของเครื่องและปัญญาประดิษฐ์", ["การเรียนรู้ของ", "เครื่องและปัญญา", "ประดิษฐ์"]),
        ("មនោគមវិជ្ជាបច្ចេកវិទ្យាព័ត៌មាន", ["មនោគមវិជ្ជាប", "ច្ចេកវិទ្យាព័ត៌មា", "ន"]),
        ("ネットワークサービス", ["ネットワーク", "サービス"]),
    ],
)
def test_scripts_that_do_not_part_words_break_between_syllables_without_a_hyphen(
    name: str, expected: list[str]
) -> None:
    assert lines(name) == expected


@pytest.mark.parametrize("letter", ["क्षि", "e\u0302\u0301", "ന്ത്യാ"])
def test_a_letter_keeps_its_marks_and_what_it_is_joined_to(letter: str) -> None:
    for length in range(1, 6):
        broken = lines("k" * length + letter * 20, 99)
        assert len(broken) > 1
        assert all(line.startswith(letter) for line in broken[1:])


def test_letters_that_are_joined_are_narrowed_and_not_torn_apart() -> None:
    long, short, latin = (
        lettered(name, ROOM, SIZE, 4).lines for name in ("والكهرومغناطيسيات", "المرساة", "hand-operated")
    )
    assert [line.held for line in long] == [' textLength="98" lengthAdjust="spacingAndGlyphs"']
    assert [line.held for line in short] == [""]
    assert [line.held for line in latin] == [' textLength="91"']


def test_a_name_with_too_many_lines_is_cut_and_says_so() -> None:
    text = lettered("one thing after another that never seems to come to any end at all", ROOM, SIZE, 3)
    assert text.shortened
    assert len(text.lines) == 3
    assert text.lines[-1].text.endswith("…")
    assert not lettered("one thing", ROOM, SIZE, 3).shortened


@pytest.mark.parametrize(
    "name", ["hyperparameter tuning", "WWWWWWWWWWWWWW", "m" * 40, "a b c d e f g h i j k l m n", "—"]
)
def test_no_line_is_wider_than_the_room_in_the_widest_font_unless_it_is_held_to_it(name: str) -> None:
    for line in lettered(name, ROOM, SIZE, 9).lines:
        assert width(line.text, SIZE) * WIDEST <= ROOM or 0 < line.squeeze <= ROOM


def test_marks_that_stand_over_letters_take_no_width() -> None:
    assert width("e\u0301", SIZE) == width("e", SIZE)
    assert width("กั", SIZE) == width("ก", SIZE)

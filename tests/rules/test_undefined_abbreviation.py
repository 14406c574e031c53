"""`undefined-abbreviation`: a word in capitals that nobody explains is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "unknown": ({"a": "definition: What runs CUDA.\n"}, ["a 1:23"]),
    "plural": ({"a": "definition: One of the GPUs.\n"}, ["a 1:24"]),
    "each once": ({"a": "definition: Both CUDA and GPU and CUDA.\n"}, ["a 1:18", "a 1:27"]),
    "in single quotes": ({"a": "definition: 'It''s CUDA.'\n"}, ["a 1:20"]),
    "known by name": ({"a": "definition: What runs CUDA.\n", "cuda": "term: CUDA\n"}, []),
    "known by abbreviation": ({"a": "definition: What GPUs do.\n", "graphics-chip": "abbreviation: GPU\n"}, []),
    "part of a name": ({"a": "definition: What runs CUDA.\n", "b": "term: CUDA kernel\n"}, []),
    "numerals, names with digits, single letters": ({"a": "definition: Plan B of GPT-4 in part III.\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_word_in_capitals_that_nobody_explains_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("undefined-abbreviation", entries) == expected

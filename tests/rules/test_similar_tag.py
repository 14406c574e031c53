"""`similar-tag`: a tag that is nearly one of several others is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

OTHERS = {
    "x": "tags: [training, image model]\n",
    "y": "tags: [Training, image model, encoder]\n",
    "z": "tags: [encoder]\n",
}

CASES: dict[str, tuple[Mapping[str, str], list[str]]] = {
    "a letter is missing": ({"a": "tags: [traning]\n"}, ["a 1:8"]),
    "letters are swapped": ({"a": "tags:\n  - trianing\n"}, ["a 2:5"]),
    "a hyphen and the plural": ({"a": "tags: [encoder, Image-Models]\n"}, ["a 1:17"]),
    "in two entries": ({"a": "tags: [traning]\n", "b": "tags: [traning]\n"}, []),
    "twice in one": ({"a": "tags: [traning, Traning]\n"}, ["a 1:8"]),
    "two letters are others": ({"a": "tags: [decoder]\n"}, []),
    "the same in other case": ({"a": "tags: [TRAINING]\n"}, []),
    "another": ({"a": "tags: [optimization]\n"}, []),
    "near to one that is as rare": ({"a": "tags: [optimization]\n", "b": "tags: [optimisation]\n"}, []),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES)
def test_a_tag_that_is_nearly_another_is_found(
    places: Callable[..., list[str]], entries: Mapping[str, str], expected: list[str]
) -> None:
    assert places("similar-tag", {**OTHERS, **entries}) == expected

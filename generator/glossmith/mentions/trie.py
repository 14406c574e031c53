"""All names as one tree of words, so that a text is read once however many there are."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from glossmith.mentions.lexicon import Lexicon, Name, Shape

Node: TypeAlias = "tuple[Name | None, int, Nodes | None, tuple[Ending, ...]]"
"""A word of names: the name that ends here if nothing but its words matters; its length when single spaces part the
words; the words that may follow, or None; and all names that end here, if more than words matters for one of them."""
Nodes: TypeAlias = "dict[str, Node]"
"""By the next word, with the signs before it if these are not a space."""


class Ending(NamedTuple):
    """A name, and what more than its words must be there."""

    name: Name
    before: str
    after: str
    exact: tuple[str | None, ...] | None
    words: int

    @property
    def is_plain(self) -> bool:
        """Whether only its words matter, and nothing can begin inside it that is better."""
        return not (self.before or self.after or self.exact or (self.words > 1 and not self.name.linkable))

    @property
    def is_abbreviated(self) -> bool:
        """Whether its last word is written in capitals."""
        return bool(self.exact and self.exact[-1] and len(self.exact[-1]) > 1)


LOOK_CLOSER = (Ending(Name("", (), (), ()), "", "", None, 0),)
"""Stands for names that signs may tell apart which are not words."""


def grown(lexicon: Lexicon) -> Nodes:
    """The tree of all names, by their first words."""
    top = _Branch()
    for shape, name in (*lexicon.names, *lexicon.idioms):
        branch = top
        for key in _keys(shape):
            branch = branch.after(key)
        branch.endings.append(Ending(name, shape.before, shape.after, shape.exact, len(shape.words)))
    return top.frozen_nodes()


def _keys(shape: Shape) -> tuple[str, ...]:
    if shape.between.count(" ") == len(shape.between):
        return shape.words
    return tuple(key(gap, word) for gap, word in zip((" ", *shape.between), shape.words, strict=True))


def key(gap: str, word: str) -> str:
    """Where a word is found that has these signs before it."""
    return word if gap == " " else f"{gap}\0{word}"


class _Branch:
    """A node while the tree grows."""

    __slots__ = ("endings", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Branch] = {}
        self.endings: list[Ending] = []

    def after(self, word: str) -> _Branch:
        if (branch := self.following.get(word)) is None:
            branch = self.following[word] = _Branch()
        return branch

    def frozen_nodes(self, length: int = -1) -> Nodes:
        """The nodes below, given the length of what leads to them."""
        return {word: branch.frozen(length + 1 + len(word)) for word, branch in self.following.items()}

    def frozen(self, length: int) -> Node:
        endings = tuple(sorted(self.endings, key=_precedence)) if len(self.endings) > 1 else tuple(self.endings)
        plain = endings[0].name if len(endings) == 1 and endings[0].is_plain and length > 1 else None
        if not self.following:
            return plain, length, None, () if plain else endings
        nodes = self.frozen_nodes(length)
        if any("\0" in word for word in nodes):
            nodes[""] = (None, 0, None, LOOK_CLOSER)
        return plain, length, nodes, () if plain else endings


def _precedence(ending: Ending) -> tuple[int, int]:
    """The longest first, then the one whose capitals count most."""
    exact = sum(word is not None for word in ending.exact or ())
    return -len(ending.before) - len(ending.after), -exact

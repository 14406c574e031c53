"""All names as one tree of words, so that a text is read once however many there are."""

from __future__ import annotations

from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from glossmith.mentions.letters import WORD
from glossmith.mentions.lexicon import Lexicon, Name, Shape

Node: TypeAlias = "list[Any]"
"""A word of names: the name that ends here if nothing but its words matters; its length when single spaces part the
words; the words that may follow, or None; and all names that end here, if more than words matters for one of them.

A list, because nothing else is made in so little time; nobody changes it once the tree is grown."""
Nodes: TypeAlias = dict[str, Node]
"""By the next word, with the signs before it if these are not a space."""


class Ending(NamedTuple):
    """A name, and what more than its words must be there."""

    name: Name
    before: str
    after: str
    exact: tuple[str | None, ...] | None

    @property
    def is_abbreviated(self) -> bool:
        """Whether its last word is written in capitals."""
        return bool(self.exact and self.exact[-1] and len(self.exact[-1]) > 1)


LOOK_CLOSER = (Ending(Name("", (), (), ()), "", "", None),)
"""Stands for names that signs may tell apart which are not words."""

WORDS_INSIDE: Node = [None, 0, None, LOOK_CLOSER]
"""Stands for a chunk with signs in it between which names may begin: “word2vec-like”, “(GAN)”."""

MOST_CHUNKS = 500_000
"""How many different chunks of texts are kept in mind."""


NO_NAME: Node = []
"""Stands for a chunk with which no name begins."""


class Beginnings(dict[str, Node]):
    """What begins with each chunk of the texts that have been read; most are seen again soon."""

    __slots__ = ("_nodes",)

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def __missing__(self, chunk: str) -> Node:
        node = self._nodes.get(chunk, NO_NAME)
        if not node and not chunk.isalnum() and (word := WORD.search(chunk)) and word[0] != chunk:
            node = WORDS_INSIDE
        if len(self) < MOST_CHUNKS:
            self[chunk] = node
        return node


def grown(lexicon: Lexicon) -> Nodes:
    """The tree of all names, by their first words."""
    top: Nodes = {}
    crowded: dict[int, Node] = {}
    for shape, name in chain(lexicon.names, lexicon.idioms):
        node = _planted(top, _keys(shape))
        if node[0] is None and not node[3] and node[1] > 1 and _is_plain(shape, name):
            node[0] = name
        else:
            _crowd(node, shape, name)
            crowded[id(node)] = node
    for node in crowded.values():
        node[3] = tuple(sorted(node[3], key=_precedence))
    return top


def _planted(top: Nodes, keys: tuple[str, ...]) -> Node:
    """The node at the end of these words, which are put into the tree if they are not there."""
    nodes, length = top, -1
    node: Node = []
    for word in keys:
        if node:
            nodes = node[2] = {} if node[2] is None else node[2]
        length += 1 + len(word)
        if "\0" in word and nodes is not top:
            nodes.setdefault("", [None, 0, None, LOOK_CLOSER])
        if (known := nodes.get(word)) is None:
            known = nodes[word] = [None, length, None, ()]
        node = known
    return node


def _is_plain(shape: Shape, name: Name) -> bool:
    """Whether only the words of a name matter, and nothing can begin inside it that is better."""
    words, _, before, after, exact = shape
    return not (before or after or exact or (len(words) > 1 and not name.linkable))


def _crowd(node: Node, shape: Shape, name: Name) -> None:
    """Let a name end at a node where others do, or for which more matters than its words."""
    if node[0] is not None:
        node[3] = (Ending(node[0], "", "", None),)
        node[0] = None
    node[3] += (Ending(name, shape.before, shape.after, shape.exact),)


def _keys(shape: Shape) -> tuple[str, ...]:
    if shape.between.count(" ") == len(shape.between):
        return shape.words
    return tuple(key(gap, word) for gap, word in zip((" ", *shape.between), shape.words, strict=True))


def key(gap: str, word: str) -> str:
    """Where a word is found that has these signs before it."""
    return word if gap == " " else f"{gap}\0{word}"


def _precedence(ending: Ending) -> tuple[int, int, str, tuple[str, ...]]:
    """The longest first, then the one whose capitals count most; what else there is only makes an order."""
    exact = tuple(word or "" for word in ending.exact or ())
    capitals = sum(map(bool, exact))
    return -len(ending.before) - len(ending.after), -capitals, ending.before, exact

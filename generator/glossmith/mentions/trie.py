"""All names as one tree of words, so that a text is read once however many there are."""

from __future__ import annotations

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
    ended: dict[int, Node] = {}
    for shape, name in (*lexicon.names, *lexicon.idioms):
        node = _planted(top, _keys(shape))
        node[3] += (Ending(name, shape.before, shape.after, shape.exact, len(shape.words)),)
        ended[id(node)] = node
    for node in ended.values():
        _settle(node)
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


def _settle(node: Node) -> None:
    """Of a node at which names end: which one it is if nothing but its words matters."""
    endings = node[3]
    if len(endings) > 1:
        node[3] = tuple(sorted(endings, key=_precedence))
    elif endings[0].is_plain and node[1] > 1:
        node[0], node[3] = endings[0].name, ()


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

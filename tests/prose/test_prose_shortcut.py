"""The way around the parser leads to the same place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from glossmith.model.prose import RUN
from glossmith.prose.shortcut import typeset_plain
from glossmith.prose.typesetter import Typesetter

PARSER = Typesetter(runs=True)

WORDS = """
a b Word word. (word) it's R&D x<y 2018 1. 1) 2018. é 中 🙂 β "q" — [ ] ( ) ! | ~ $ $x$
\\ {a} # > - + : = * ** _ ` `` < &
*em* **strong** _em_ __strong__ ***both*** `code` ``a`b`` *a**b* a*b* *a*b ** a**
[[ref]] [[two words]] [[a|b]] [[a|b c]] [[a#b]] [[C++]] [[a_b]] [[ a ]] [[|a]] [[a|]] [[a|*b*]] [[1]] [[[a]]] [[a]](b)
[link](https://example.org/a_b-c) [x y](http://e.org/?a=b%20c#d) [rel](a.yml) [x](https://e.org "t") ![i](https://e.org/i)
[r]: [^1] [^1]: <https://e.org> <b> &amp; *[[a]]* **`c`** [`c`](https://e.org) (*em*) (**s**), *em*. *em*; _a_b a_b_c
"""
PIECES = [*WORDS.split(), "*two words*", "**two words**", "_two words_", "`two words`", "[[two words]]", "[[a|b c]]"]
SEPARATORS = [" ", " ", " ", "", "\n", "\n\n", "\n- ", "\n\n- ", "\n\n\n", "  \n", " \n", "\n ", "\t", "\n* ", "\n1. "]
PROSE = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=14).map(
    lambda pairs: "".join(piece + separator for piece, separator in pairs)
)
SIMPLE = st.lists(
    st.tuples(
        st.sampled_from([piece for piece in PIECES if piece[0] in 'aWw(*_`[2"' and len(piece) > 2]),
        st.sampled_from([" ", " ", " ", ", ", "\n", "\n\n", "\n- ", "\n\n- "]),
    ),
    max_size=10,
).map(lambda pairs: "".join(piece + separator for piece, separator in pairs).strip())


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(PROSE | SIMPLE | SIMPLE.map("- {}".format) | SIMPLE.map("Lead: {}\n".format), st.booleans())
@example("- a\n- b\n\nc", True)
@example("a\n\n- b\n\n- c", True)
@example("[[machine  learning]] and [[a|b  c]]", True)
@example("*a* *b*", True)
@example("word[[a]]", True)
def test_plain_prose_becomes_what_the_parser_makes_of_it(text: str, brief: bool) -> None:
    quick = typeset_plain(text, brief=brief, runs=True)
    if quick is not None:
        slow = PARSER._parsed(text, "p", brief)
        assert (_in_runs(quick.html), quick.brief, quick.text) == (_in_runs(slow.html), slow.brief, slow.text)
        assert (quick.references, quick.paths, quick.problems) == (slow.references, slow.paths, slow.problems)


def _in_runs(html: str) -> list[str]:
    """Linkable and other stretches in turn, without the empty ones between two of the same kind."""
    stretches = html.split(RUN)
    merged: list[list[str]] = []
    for number, stretch in enumerate(stretches):
        kind = "run" if number % 2 else "other"
        if stretch and merged and merged[-1][0] == kind:
            merged[-1][1] += stretch
        elif stretch:
            merged.append([kind, stretch])
    return [f"{kind}: {stretch}" for kind, stretch in merged]


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.",
        "Two\nlines.\n\nAnd another paragraph.\n",
        "With **bold**, *emphasis*, _emphasis_, `code`, [[a term]], [[a term|another text]] and [a link](https://e.org/).",
        "First.\n\n- one\n- two [[terms]]\n\nLast.",
        "2018 was a year (or so).",
        "[[Terms]] may come first, and **bold** too:\n`code` as well.",
    ],
)
def test_common_prose_needs_no_parser(text: str) -> None:
    assert typeset_plain(text, brief=True, runs=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Heading",
        "1. list",
        "a\n===",
        "a | b\n--- | ---",
        "$x$",
        "a\\*b",
        "<b>x</b>",
        "- a\n\n- b",
        "- [ ] x",
        "a  \nb",
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert typeset_plain(text, brief=True, runs=True) is None

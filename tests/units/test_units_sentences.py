"""The sentence around a link, as "Used in" shows it."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from glossmith.stages._sentences import sentence

FORMULA = '<math alttext="\\sqrt{a}"><msqrt><mi>a</mi></msqrt></math>'


def told(html: str, name: str = "loss") -> tuple[str, str, str]:
    start = html.index(name)
    return tuple(sentence(html, start, start + len(name)))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("html", "before", "after"),
    [
        ("<p>One. Two of loss here. Three.</p>", "Two of ", " here."),
        ("<p>One? Loss! A loss? Yes.</p>", "A ", "?"),
        ("<p>It falls, e.g. Adam, i.e. the loss, e.g. mine, falls. More.</p>", "It falls, e.g. Adam, i.e. the ",
         ", e.g. mine, falls."),
        ("<p>Dr. Smith et al. (2019) use loss vs. MSE of J. Doe. More.</p>", "Dr. Smith et al. (2019) use ",
         " vs. MSE of J. Doe."),
        ("<p>One approx. 5. It is so, and in eq. loss is.</p>", "It is so, and in eq. ", " is."),
        ("<p>No. 3 of vol. 2, pp. 4–5, a.k.a. The loss, is no. 1. More.</p>", "No. 3 of vol. 2, pp. 4–5, a.k.a. The ",
         ", is no. 1."),
        ("<p>Is it? No. A loss.</p>", "A ", "."),
        ("<p>Is he a Dr? A loss.</p>", "A ", "."),
        ("<p>One. In Roe v. Wade, art. 6, a loss (fig. 2, c. 1900) is told. More.</p>", "In Roe v. Wade, art. 6, a ",
         " (fig. 2, c. 1900) is told."),
        ("<p>One. eBay has a loss. k-means too.</p>", "eBay has a ", "."),
        ("<p>One approx. five, e.g. k-means or t-SNE, has a loss! iOS.</p>",
         "One approx. five, e.g. k-means or t-SNE, has a ", "!"),
        ("<p>One. A loss (see Sect. 2). More.</p>", "A ", " (see Sect. 2)."),
        ("<p>He said “No.” A loss (and so on.) Then more.</p>", "A ", " (and so on.)"),
        ("<p>One.<br>Two<br />of loss<br>\nhere.<br>Three.</p>", "Two of ", " here."),
        ("<p>第一。第二 loss 很大。第三。</p>", "第二 ", " 很大。"),
        ("<p>第一！第二 loss 很大？第三。</p>", "第二 ", " 很大？"),
        ("<p>पहला। यह loss है। तीसरा।</p>", "यह ", " है।"),
        ("<p>من؟ هذا loss؟ نعم.</p>", "هذا ", "؟"),
        ("<p>„Nein.“ Ein loss. «Да!» Ja.</p>", "Ein ", "."),
        ("<p>«Да!» Ein loss.</p>", "Ein ", "."),
        ("<ul>\n<li>One</li>\n<li>loss</li></ul>", "", ""),
        ('<ul>\n<li class="task">One</li>\n<li class="task">Two loss</li></ul>', "Two ", ""),
        ('<tr><td>One</td><td style="text-align: right">a loss b</td><td>c</td></tr>', "a ", " b"),
        ("<dl><dd>One</dd>\n<dt>a loss b</dt><dd>c</dd></dl>", "a ", " b"),
        ("<p>One</p>\n<h2>A <i>b</i> loss</h2>\n<p>Two</p>", "A b ", ""),
        ("<p>One:</p>\n<pre>x</pre>\na loss b\n<div>Two</div>", "a ", " b"),
        ("<figure><figcaption>a loss</figcaption></figure><p>Two</p>", "a ", ""),
        ("<p>The loss is\n<em>great</em> and\n<code>x</code>. More.</p>", "The ", " is great and x."),
        ("<p>a <b>b</b> &lt; \x00t0\x00loss\x00/t0\x00 &amp; <i>c</i></p>", "a b < ", " & c"),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_would_say_so(html: str, before: str, after: str) -> None:
    assert told(html) == (before, "loss", after)


def test_a_link_that_begins_with_a_small_letter_wherever_it_stands_begins_a_sentence() -> None:
    assert told("<p>One. k-means is.</p>", "k-means") == ("", "k-means", " is.")


def test_formulas_stay_formulas_and_the_text_beside_them_is_escaped() -> None:
    display = FORMULA.replace("<math", '<math display="block"')
    before, _, after = told(f"<p>{FORMULA}. If {FORMULA} &lt; 1, the loss is {display} &amp; so. Then {FORMULA}.</p>")
    assert before == Markup(f"If {FORMULA} &lt; 1, the ")
    assert after == Markup(f" is {FORMULA} &amp; so.")
    assert isinstance(before, Markup)
    assert isinstance(after, Markup)


@pytest.mark.parametrize("length", range(380, 520, 7))
def test_however_far_a_formula_a_tag_or_a_slot_is_no_part_of_it_is_shown(length: int) -> None:
    far = "<b>w</b> " * (length // 9) + "x" * (length % 9)
    html = f'<p>{FORMULA} <a href="there">{far}</a> loss <i>{far}</i> \x00t12\x00y\x00/t12\x00 {FORMULA}</p>'
    before, _, after = told(html)
    for text in (before, after):
        assert set(text.replace(FORMULA, "")) <= set("wxy …")


def test_a_formula_is_shown_as_a_whole_however_long() -> None:
    formula = f"<math>{'<mi>a</mi>' * 90}</math>"
    assert told(f"<p>Of {formula} loss {formula}.</p>") == (f"… {formula} ", "loss", f" {formula}.")


@pytest.mark.parametrize("length", range(440, 500, 3))
def test_a_sentence_that_goes_on_far_behind_ends_with_a_word_and_a_mark(length: int) -> None:
    html = f'<p>A loss, <a href="{"h" * length}">x</a>, R&amp;D, words and more, and much more to come.</p>'
    after = told(html)[2]
    assert after.endswith(" …")
    assert {word.strip(",") for word in after.split()} <= {"", "…", "x", "R&D", "words", "and", "more", "much", "to"}


@pytest.mark.parametrize("rest", ["", "</p><p>More.</p>", ". More.", ". More <b>and more</b>."])
def test_a_sentence_that_ends_far_behind_has_no_mark(rest: str) -> None:
    far = f'<a href="{"h" * 440}">x</a> and more'
    assert told(f"<p>A loss, {far}{rest}")[2].rstrip(".") == ", x and more"


@pytest.mark.parametrize("note", ["", f'<sup><a class="footnote-ref" href="#{"h" * 500}">1</a></sup>'])
def test_a_sentence_that_ends_where_the_rest_is_not_looked_at_has_no_mark(note: str) -> None:
    formula = f"<math>{'<mi>a</mi>' * 90}</math>" if not note else "a"
    assert told(f"<p>A loss, {formula}.{note} More.</p>")[2] == f", {formula}."


def test_a_formula_may_be_the_link() -> None:
    before, name, after = told(f"<p>a &lt; {FORMULA} b</p>", FORMULA)
    assert (before, name, after) == ("a < ", FORMULA, " b")
    assert isinstance(name, Markup)


def test_what_stands_far_before_leaves_a_mark_unless_a_block_or_sentence_begins_since() -> None:
    link = f'<a href="{"h" * 500}">x</a>'
    assert told(f"<p>Far {link} loss</p>")[0] == "… x "
    assert told(f"<p>Far {link}. Of loss</p>")[0] == "Of "
    assert told(f"<p>Far {link}</p><p>of loss</p>")[0] == "of "


def test_marks_of_footnotes_are_no_part_of_it() -> None:
    mark = '<sup id="fnref-x-1"><a class="footnote-ref" href="#fn-x-1" aria-label="Footnote 1">1</a></sup>'
    back = '<a class="footnote-backref" href="#fnref-x-1" aria-label="Back">↩</a>'
    assert told(f"<p>The first{mark} loss{mark} of all {back}</p>") == ("The first ", "loss", " of all")


def test_a_long_text_without_spaces_is_cut_anywhere() -> None:
    assert told(f"<p>{'数学。' * 300}这里有 loss 很大。{'数学。' * 300}</p>") == ("这里有 ", "loss", " 很大。")
    before, _, after = told(f"<p>{'数' * 600}loss{'学' * 600}。</p>")
    assert before == f"… {'数' * 120}"
    assert after == f"{'学' * 120} …"


@pytest.mark.parametrize("length", range(12))
def test_slots_in_a_long_text_without_spaces_are_no_part_of_it(length: int) -> None:
    far = "数数数数数数数\x00t12\x00学\x00/t12\x00" * 60
    before, _, _ = told(f"<p>{far}{'数' * length}loss</p>")
    assert before == f"… {('数数数数数数数学' * 60 + '数' * length)[-120:]}"


@pytest.mark.parametrize("length", range(1, 97, 3))
def test_nothing_is_shown_of_a_tag_behind_a_word_that_is_cut(length: int) -> None:
    link = f'w<a href="{"h" * 90}" title="t">x</a> '
    before, _, _ = told(f"<p>{link * 9}{'w' * (length)} loss</p>")
    assert set(before) <= set("wx …")

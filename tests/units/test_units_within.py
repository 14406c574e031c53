"""Where in its field a mention stands, of which only the place in typeset HTML is known."""

from __future__ import annotations

from effort import IN_PROPORTION, growth
from glossmith.model.place import Span, Text
from glossmith.stages._within import MOST, within

Page = tuple[Text, str, list[int]]


def page(times: int, sentence: str = "A {} ebb. ") -> Page:
    """A field that names the ebb so often, what is typeset of it, and where each ebb begins there."""
    written = "".join(sentence.format(number) for number in range(times))
    html = f'<p title="x">{written}</p>'
    starts = [at for at in range(len(html)) if html.startswith("ebb", at)]
    return Text.at(written, Span(1, 1, 1, 1)), html, starts


def places(page: Page) -> list[int]:
    text, html, starts = page
    return [within(text, html, start, start + 3).start for start in starts]


def test_a_word_that_stands_often_in_a_field_is_told_at_its_own_place() -> None:
    text, html, starts = page(4 * MOST)
    assert places((text, html, starts)) == [start - html.index(text.value) for start in starts]


def test_the_time_for_all_mentions_of_a_word_grows_in_proportion_to_them() -> None:
    assert growth(places, lambda times: page(times, "An ebb. "), 4 * MOST) < IN_PROPORTION

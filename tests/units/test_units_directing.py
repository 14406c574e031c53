"""Text from right to left says so, by most of its letters and not by the first."""

from __future__ import annotations

import pytest

from glossmith.stages._directing import direction

RTL = ' dir="rtl"'


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("", ""),
        ("The rise of the sea.", ""),
        ("Größe – “naïve”.", ""),
        ("ارتفاع منسوب البحر.", RTL),
        ("<p>עליית <strong>פני הים</strong>.</p>", RTL),
        ("<p>GPU هي وحدة معالجة الرسوميات.</p>", RTL),
        ("<p>חסד is a Hebrew word for kindness.</p>", ""),
        ("<p>ארה&quot;ב &amp; צה&quot;ל</p>", RTL),
        ('<p>هذا مثال:</p><pre><code class="language-python">print("a longer example")</code></pre>', RTL),
        ("<p>مربع <math><mi>x</mi><mo>+</mo><mi>abcdefgh</mi></math></p>", RTL),
        ("<p>Peace, שָׁלוֹם.</p>", ""),
        ("<p>שָׁלוֹם, peace.</p>", ""),
        ("١٢٣٤٥ m", ""),
        ("42 – €", ""),
    ],
)
def test_the_attribute_of_a_text(text: str, attribute: str) -> None:
    assert direction(text) == attribute

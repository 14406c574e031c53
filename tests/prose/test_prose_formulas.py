"""`$…$` and `$$…$$`: what is a formula, what becomes of it, what is shown as typed."""

from __future__ import annotations

import re

import pytest

from glossmith.prose.mathml import render_formula
from glossmith.prose.typesetter import Typesetter

TYPESETTER = Typesetter()


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$x$", ["x"]),
        ("($x$, $y$)", ["x", "y"]),
        ("a$x$b", ["x"]),
        (r"$a \$ b$", [r"a \$ b"]),
        ("$x\n+y$", ["x\n+y"]),
        ("$$x$$ in a line", ["x"]),
        ("$$\nx\n$$", ["x"]),
        ("text\n$$\na\n- b\n$$\ntext", ["a\n- b"]),
        ("> $$\n> a\n> $$", ["a"]),
        ("- x\n\n  $$a$$", ["a"]),
        ("*$x$*", ["x"]),
        ("| $x$ |\n|---|\n| $y$ |", ["x", "y"]),
        ("$`x`$", ["`x`"]),
        ("$5 and $10", []),
        ("costs 5$ or 6$", []),
        ("$HOME is not $PATH", []),
        ("US$5 or US$6", []),
        ("$ x$ or $x $", []),
        ("$x$5", []),
        (r"\$x$", []),
        ("`$x$`", []),
        ("```\n$x$\n```", []),
        ("$$", []),
        ("$$$$", []),
        ("$$\n\n$$", []),
        ("$x", []),
        ("$$x", []),
        ("[$](a) $", []),
    ],
)
def test_the_rule_of_pandoc_decides_what_is_a_formula(text: str, formulas: list[str]) -> None:
    html = TYPESETTER.typeset(text, prefix="d").html
    assert re.findall(r'alttext="([^"]*)"', html) == formulas


@pytest.mark.parametrize(
    ("tex", "mathml"),
    [
        ("x", "<mi>x</mi>"),
        (r"\mathbf{x}", "<mi>𝐱</mi>"),
        (r"\mathbf{xy}", "<mrow><mi>𝐱</mi><mi>𝐲</mi></mrow>"),
        (r"\boldsymbol{\theta}", "<mi>𝜽</mi>"),
        (r"\mathcal{N}", "<mi>𝒩</mi>"),
        (r"\mathbb{E}", "<mi>𝔼</mi>"),
        (r"\mathrm{d}", '<mi mathvariant="normal">d</mi>'),
        (r"\text{if }a<b", "<mtext>if\xa0</mtext><mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        (r"\text{<b>}", "<mtext>&lt;b&gt;</mtext>"),
        (r"\frac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
        (r"\log p", '<mi>log</mi><mspace width="0.1667em"></mspace><mi>p</mi>'),
        (
            r"\lVert x \rVert_2",
            '<mo stretchy="false">‖</mo><mi>x</mi><msub><mo stretchy="false">‖</mo><mn>2</mn></msub>',
        ),
        (r"a \cdot b", "<mi>a</mi><mo>·</mo><mi>b</mi>"),
    ],
)
def test_formulas_become_mathml_that_browsers_draw(tex: str, mathml: str) -> None:
    formula = render_formula(tex, False)
    assert formula.trouble == ""
    assert re.sub(r"^<math[^>]*>|</math>$", "", formula.html) == mathml


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{1}{n}\sum_{i=1}^n x_i",
        r"\hat{y}=\sigma(w^\top x)",
        r"\nabla_\theta L",
        r"\operatorname{softmax}(z)_i=\frac{e^{z_i}}{\sum_j e^{z_j}}",
        r"\operatorname*{argmax}_x f(x)",
        r"\arg\max_\theta \mathbb{E}[\log p_\theta(x)]",
        r"\argmin_w \lVert Xw-y \rVert_2^2",
        r"\left( \frac{a}{b} \right)",
        r"\left\{ a \right.",
        r"\begin{cases}1&x>0\\0&\text{otherwise}\end{cases}",
        r"\begin{bmatrix}1&2\\3&4\end{bmatrix}",
        r"\begin{aligned}a&=b\\&=c\end{aligned}",
        r"\begin{gathered}a\\b\end{gathered}",
        r"D_{\mathrm{KL}}(p\,\|\,q)",
        r"\tilde x, \bar{x}, \vec{v}, \dot x, x', \sqrt[3]{x}, \binom{n}{k}",
        r"x \in \mathbb{R}^{d \times d}, \ell, \infty, \ldots, \quad \forall \exists",
        r"\underset{x}{\arg\max}\ \underbrace{a+b}_{c}",
        r"p(y \mid x) \not= 0",
    ],
)
@pytest.mark.parametrize("is_display", [False, True])
def test_the_formulas_of_a_glossary_of_ai_can_be_read(tex: str, is_display: bool) -> None:
    formula = render_formula(tex, is_display)
    assert formula.trouble == ""
    assert formula.html.startswith('<math display="block"' if is_display else "<math alttext")
    assert "\\" not in re.sub(r'alttext="[^"]*"', "", formula.html)
    assert "xmlns" not in formula.html


@pytest.mark.parametrize(
    ("tex", "trouble"),
    [
        (r"\foo", r"`\foo` is unknown"),
        (r"\frac{a", "`{` is not closed"),
        ("a}", "`}` closes nothing"),
        ("x^", "it is not complete"),
        (r"\left(", "it is not complete"),
        (r"\frac", "it is not complete"),
        (r"\begin{foo}x\end{foo}", "the environment `foo` is unknown"),
        (r"\begin{cases}x", r"`\begin{cases}` is not closed"),
        (r"\begin{cases}x\end{matrix}", r"`\end{matrix}` closes nothing"),
        ("a & b", "`&` stands outside of an environment"),
        (r"a \\ b", r"`\\` breaks lines only inside `\begin{aligned}` and its like"),
        (r"\href{javascript:alert(1)}{x}", r"`\href` is not allowed"),
        (r"\style{color:red}{x}", r"`\style` is not allowed"),
        (r"\def\a{\a\a}\a", r"`\def` is not allowed"),
        ("{" * 50 + "}" * 50, "it is nested more than 40 deep"),
        ("x" * 6000, "it is longer than 5,000 characters"),
    ],
)
def test_tex_that_cannot_be_read_is_shown_as_typed_with_its_reason(tex: str, trouble: str) -> None:
    formula = render_formula(tex, False)
    assert formula.trouble == trouble
    assert formula.html.startswith('<code class="gs-tex">$')


def test_an_unreadable_formula_is_a_problem_of_the_field() -> None:
    typeset = TYPESETTER.typeset(r"so $\foo<b>$ it is", prefix="d")
    assert typeset.html == '<p>so <code class="gs-tex">$\\foo&lt;b&gt;$</code> it is</p>\n'
    (problem,) = typeset.problems
    assert (problem.rule, problem.message) == (
        "unreadable-formula",
        r"this formula cannot be read: `\foo` is unknown",
    )


def test_no_address_or_event_gets_through_a_formula() -> None:
    for tex in (
        r"\text{<img onerror=x>}",
        r"\mbox{<a href=x>}",
        r"\color{red;x:y}x",
        r'\textcolor{"}{x}',
        r"\verb|<b>|",
    ):
        assert not re.search(r"<(img|a|b)\b|mathcolor", render_formula(tex, False).html)

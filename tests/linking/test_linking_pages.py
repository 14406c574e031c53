"""Which mentions on hand-written pages become links, and what terms are told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from effort import an_end_in_sight
from glossmith import pipeline
from glossmith.hosts.build import Build
from glossmith.hosts.configuration import ConfigurationError
from glossmith.model.edition import Edition
from glossmith.model.mention import Decision
from glossmith.model.plan import Job
from glossmith.model.prose import HTML_ENDS, HTML_STARTS
from glossmith.model.settings import Extent
from glossmith.stages._stretches import stretches
from scratch import Scratch

CAST = ("gradient", "loss", "descent", "set", "R&D", "gradient descent")
LINK = re.compile(r'<a class="gs-term" href="\.\./terms/([^"]+?)/">(.*?)</a>', re.DOTALL)


def edition(tmp_path: Path) -> Edition:
    files = {f"terms/{re.sub('[^A-Za-z]', '-', name)}.yml": f"term: {name}\ndefinition: d\n" for name in CAST}
    files["terms/R-D.yml"] += "synonyms: [R*]\n"
    files["terms/loss.yml"] += "synonyms: [__loss__]\n"
    return Scratch(tmp_path, {**files, "terms/about.md": "# About\n\nText.\n"}).read()


def linked(tmp_path: Path, html: str, chosen: object = None) -> str:
    build = Build(edition(tmp_path))
    return LINK.sub(r"⟦\1|\2⟧", build.link(html, "about.md", "about/", chosen))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A gradient.</p>", "<p>A ⟦gradient|gradient⟧.</p>"),
        ("<p>R&amp;D of loss</p>", "<p>⟦R-D|R&amp;D⟧ of ⟦loss|loss⟧</p>"),
        ("<p>A gradient, a gradient</p>", "<p>A ⟦gradient|gradient⟧, a gradient</p>"),
        ("<p>[[loss]], loss</p>", "<p>⟦loss|loss⟧, loss</p>"),
        ("<p>A loss, [[loss]]</p>", "<p>A loss, ⟦loss|loss⟧</p>"),
        ("<p>loss</p><h2>A</h2><p>loss, [[loss]]</p>", "<p>⟦loss|loss⟧</p><h2>A</h2><p>loss, ⟦loss|loss⟧</p>"),
        ("<p>[[|loss]], [[loss|it]]</p>", "<p>loss, ⟦loss|it⟧</p>"),
        ("<p>[[ ]], [[|]], [[ | ]], [[]] loss</p>", "<p>[[ ]], [[|]], [[ | ]], [[]] ⟦loss|loss⟧</p>"),
        ("<p><em>loss</em> <strong>gradient</strong></p>",
         "<p><em>⟦loss|loss⟧</em> <strong>⟦gradient|gradient⟧</strong></p>"),
        ("<p><strong>loss</strong>y, f<em>loss</em>, <b>x</b>loss, <em>loss</em>es</p>",
         "<p><strong>loss</strong>y, f<em>loss</em>, <b>x</b>loss, <em>⟦loss|loss⟧</em>es</p>"),
        ('<p>loss<span class="arithmatex">\\(^2\\)</span>, <span class="arithmatex">\\(n\\)</span>loss</p>',
         '<p>loss<span class="arithmatex">\\(^2\\)</span>, <span class="arithmatex">\\(n\\)</span>loss</p>'),
        ("<p>[[|x]]loss, loss[[|x]], [[gradient]]<em>loss</em></p>",
         "<p>xloss, lossx, ⟦gradient|gradient⟧<em>loss</em></p>"),
        ("<p>self-<em>loss</em>, <em>loss</em>-free, <b>a</b>-loss, <em>gradient</em>-based</p>",
         "<p>self-<em>loss</em>, <em>loss</em>-free, <b>a</b>-loss, <em>⟦gradient|gradient⟧</em>-based</p>"),
        ('<p>loss<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>',
         '<p>⟦loss|loss⟧<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>'),
        ("<p>[[set]]</p>" * 12 + "<p><em>loss</em>y, <em>gradient</em></p>",
         "<p>⟦set|set⟧</p>" * 12 + "<p><em>loss</em>y, <em>⟦gradient|gradient⟧</em></p>"),
        ("<ul>\n<li>loss</li></ul>", "<ul>\n<li>⟦loss|loss⟧</li></ul>"),
        ("<h2 id='x'>loss</h2><p>loss</p>", "<h2 id='x'>loss</h2><p>⟦loss|loss⟧</p>"),
        ("<p>loss</p><h2>A</h2><p>loss</p>", "<p>⟦loss|loss⟧</p><h2>A</h2><p>⟦loss|loss⟧</p>"),
        ("<p>loss</p><h3>A</h3><p>loss</p>", "<p>⟦loss|loss⟧</p><h3>A</h3><p>loss</p>"),
        ("<h2>[[loss]]</h2>", "<h2>⟦loss|loss⟧</h2>"),
        ('<p><a href="x">loss</a> <code>loss</code></p>', '<p><a href="x">loss</a> <code>loss</code></p>'),
        ("<pre><code>loss\n[[loss]]</code></pre>", "<pre><code>loss\n[[loss]]</code></pre>"),
        ('<div class="admonition note"><p class="t">T</p><p>loss</p></div>',
         '<div class="admonition note"><p class="t">T</p><p>⟦loss|loss⟧</p></div>'),
        (f"{HTML_STARTS}<p>loss [[gradient]]</p>{HTML_ENDS}<p>loss</p>",
         "<p>loss ⟦gradient|gradient⟧</p><p>⟦loss|loss⟧</p>"),
        (f"<p>{HTML_STARTS}<div>{HTML_ENDS}loss{HTML_STARTS}</p></div>{HTML_ENDS} gradient</p>",
         "<p><div>⟦loss|loss⟧</p></div> ⟦gradient|gradient⟧</p>"),
        ('<div class="grid cards"><ul><li>loss</li></ul></div>',
         '<div class="grid cards"><ul><li>⟦loss|loss⟧</li></ul></div>'),
        ("<figure><figcaption>loss</figcaption></figure>", "<figure><figcaption>⟦loss|loss⟧</figcaption></figure>"),
        ('<details class="tip"><summary>loss</summary><p>loss</p></details>',
         '<details class="tip"><summary>loss</summary><p>⟦loss|loss⟧</p></details>'),
        ('<p class="admonition-title">loss</p>', '<p class="admonition-title">loss</p>'),
        ('<div class="arithmatex">loss</div>', '<div class="arithmatex">loss</div>'),
        ("<p>gradient&nbsp;descent of a &ldquo;loss&rdquo;</p>",
         "<p>⟦gradient-descent|gradient&nbsp;descent⟧ of a &ldquo;⟦loss|loss⟧&rdquo;</p>"),
        ("<p>loss&rsquo;s &bogus; gradient</p>", "<p>⟦loss|loss⟧&rsquo;s &bogus; ⟦gradient|gradient⟧</p>"),
        ("<p><span>loss</span> <img alt='loss' src='l'> <kbd>loss</kbd></p>",
         "<p><span>loss</span> <img alt='loss' src='l'> <kbd>loss</kbd></p>"),
        ("<table><thead><tr><th>loss</th></tr></thead><tbody><tr><td>loss</td></tr></tbody></table>",
         "<table><thead><tr><th>loss</th></tr></thead><tbody><tr><td>⟦loss|loss⟧</td></tr></tbody></table>"),
        ("<p>a set of <!-- loss --> things", "<p>a set of <!-- loss --> things"),
        ("<script>loss</script><style>loss</style>", "<script>loss</script><style>loss</style>"),
    ],
)  # fmt: skip
def test_a_page_links_what_it_mentions_where_a_link_may_stand(tmp_path: Path, html: str, expected: str) -> None:
    assert linked(tmp_path, html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*loss* and <em>gradient</em>", "<p><em>⟦loss|loss⟧</em> and <em>gradient</em></p>"),
        ('<mark class="x">loss</mark> <br> gradient', '<p><mark class="x">loss</mark> <br> ⟦gradient|gradient⟧</p>'),
        ("<strong>[[loss]] gradient", "<p><strong>⟦loss|loss⟧ gradient</p>"),
        ("<div>loss</div>\n\ngradient", "<div>loss</div>\n\n<p>⟦gradient|gradient⟧</p>"),
        ("<div markdown>loss</div>", "<div>\n<p>⟦loss|loss⟧</p>\n</div>"),
        (r"\[[loss]] of `[[loss]]`", "<p>&#91;&#91;⟦loss|loss⟧]] of <code>[[loss]]</code></p>"),
        (
            r"\[\[gradient|loss\]\] of [\[x\]](u)",
            '<p>&#91;&#91;⟦gradient|gradient⟧|⟦loss|loss⟧]] of <a href="u">[x]</a></p>',
        ),
        ("*a [[R*]] and* [[R*|it]] or [[__loss__]]", "<p><em>a ⟦R-D|R*⟧ and</em> ⟦R-D|it⟧ or ⟦loss|__loss__⟧</p>"),
        ("[[|R*]] and [[|R*]]; `[[R*]]`, *[[R\\*]]*", "<p>R* and R*; <code>[[R*]]</code>, <em>⟦R-D|R*⟧</em></p>"),
        ("loss, R&D\n\n*[loss]: what is lost", '<p><abbr title="what is lost">loss</abbr>, ⟦R-D|R&amp;D⟧</p>'),
        ("[[loss]] [[gradient|the loss]]\n\n*[loss]: x", "<p>⟦loss|loss⟧ ⟦gradient|the loss⟧</p>"),
        ("[[loss|the *loss* & `x`]]", "<p>⟦loss|the <em>loss</em> &amp; <code>x</code>⟧</p>"),
        ("[[|the *loss*]]", "<p>the <em>loss</em></p>"),
        (
            "[[loss|**the *loss* here**]] [[|*a **b***]]",
            "<p>⟦loss|<strong>the <em>loss</em> here</strong>⟧ <em>a <strong>b</strong></em></p>",
        ),
        ("[[loss|<b>x</b> [1]<br>*y*]]", "<p>⟦loss|<b>x</b> [1]<br><em>y</em>⟧</p>"),
        (
            "*[[loss|x* y]] `[[loss|` **a** *[[loss|x*",
            "<p><em>[[⟦loss|loss⟧|x</em> y]] <code>[[loss|</code> <strong>a</strong> <em>[[loss|x</em></p>",
        ),
        ("[[\nloss]], [[gradient\ndescent|the\n*way*]]", "<p>⟦loss|loss⟧, ⟦gradient-descent|the\n<em>way</em>⟧</p>"),
        ("[[gradient  \ndescent]], [[loss|a  \nb]]", "<p>⟦gradient-descent|gradient descent⟧, ⟦loss|a b⟧</p>"),
        ("`[[loss|` *loss* `]]`", "<p><code>[[loss|</code> <em>⟦loss|loss⟧</em> <code>]]</code></p>"),
        ("<!-- [[loss|<em>x</em>]] -->", "<!-- [[loss|<em>x</em>]] -->"),
        ("[[|loss]] and loss\n\n*[loss]: x", '<p>loss and <abbr title="x">loss</abbr></p>'),
    ],
)
def test_what_the_author_wrote_in_html_or_as_an_abbreviation_stays_as_it_is(
    tmp_path: Path, text: str, expected: str
) -> None:
    html = Markdown(extensions=["abbr", "md_in_html", "glossmith.hosts.handwriting"]).convert(text)
    assert linked(tmp_path, html) == expected


@pytest.mark.parametrize(
    "page",
    [
        "# T\n\nloss\n\n## A\n\nloss\n\n### B\n\nloss\n",
        "T\n=\n\nloss\n\n## A\n\nloss\n\n### B\n\nloss\n",
        "loss\n\n## A\n\nloss\n\n### B\n\nloss\n",
        "loss\n\n### A\n\nloss\n\n### B\n\nloss\n",
        "loss\n\n```\n# T\n```\n\n## A\n\nloss\n",
        "# T\n\nloss\n\n<h2>A</h2>\n\nloss\n",
        "<div>\n\nloss\n\n</div>\n",
        "<details><summary>A</summary>\n\nloss\n\n</details>\n\ngradient\n",
        "<div markdown>\n\nloss\n\n</div>\n",
    ],
)
def test_what_is_told_of_a_page_parts_it_where_the_site_does(tmp_path: Path, page: str) -> None:
    site = Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", "terms/about.md": page}).read()
    told = [one for one, _ in pipeline.page_mentions(site, site.handwritten["about.md"]) if one.decision.links]
    html = Markdown(extensions=["fenced_code", "md_in_html", "glossmith.hosts.handwriting"]).convert(page)
    assert len(told) == len(LINK.findall(Build(site).link(html, "about.md", "about/")))


TABS = """\
A paragraph
=== "loss"
    A loss of [[nobody]].

    ===! "[[loss]]"

        - A loss.

===+ "B"

    ## C

    A loss.

=== no tab, "loss"
"""


def test_what_stands_in_a_tab_is_told_as_the_site_shows_it(tmp_path: Path) -> None:
    site = Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", "terms/about.md": TABS}).read()
    assert [(one.rule, one.span.line, one.span.column) for one in site.findings] == [("wanted-term", 3, 15)]
    told = [one.decision for one, _ in pipeline.page_mentions(site, site.handwritten["about.md"])]
    first = [Decision.IN_HEADING, Decision.BY_HAND, Decision.IN_LINK, Decision.BY_HAND]
    assert told == [*first, Decision.LINKED, Decision.NOT_FIRST]
    html = Markdown(extensions=["pymdownx.superfences", "pymdownx.tabbed"]).convert(TABS)
    assert [found[1] for found in LINK.finditer(Build(site).link(html, "about.md", "about/"))] == ["loss", "loss"]


@pytest.mark.parametrize(("extent", "count"), [("field", 3), ("section", 3), ("page", 1), ("all", 4), ("none", 0)])
def test_a_page_links_and_is_told_to_link_as_the_site_says(tmp_path: Path, extent: str, count: int) -> None:
    page = "loss loss\n\n## A\n\nloss\n\n## B\n\nloss\n"
    scratch = Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", "terms/about.md": page})
    site = scratch.read({"linking": {"mentions": extent}})
    assert len(LINK.findall(Build(site).link(Markdown().convert(page), "about.md", "about/"))) == count
    told = pipeline.page_mentions(site, site.handwritten["about.md"])
    assert sum(one.decision.links for one, _ in told) == count


PAGE = """\
# A bat

A bat, `bat`, two **bats**; [[|bat]], [[bat-1|the bat]].

## Of a bat

> No loss
> without *bats*.
"""


@pytest.mark.parametrize(
    ("front", "places"),
    [
        ("", [(3, 3), (8, 12)]),
        ("---\ntitle: T\n---\n", [(6, 3), (11, 12)]),
        ("---\nlinking: false\n---\n", []),
        ("---\nlinking: {mentions: page}\n---\n", [(6, 3)]),
        ("---\nlinking:\n  mentions: all\n---\n", [(7, 3), (7, 21), (12, 12)]),
        ("---\nlinking: # few\n  # of them\n  mentions: page\n---\n", [(8, 3)]),
        ("--- \nlinking: {mentions: page}\n...\n", [(6, 3)]),
        ("---\nlinking: {mentions: pages}\n---\n", [(6, 3), (11, 12)]),
        ("---\n'linking' : !!str page\n---\n", [(6, 3)]),
        ("---\nlinking: {'mentions': \"page\"}\n---\n", [(6, 3)]),
        ("---\nlinking: 'false'\n---\n", [(6, 3), (11, 12)]),
        ("---\nA rule, and linking: [\n---\n", [(6, 3), (11, 12)]),
    ],
)
def test_a_mention_on_a_page_that_may_mean_several_terms_is_told(
    tmp_path: Path, front: str, places: list[tuple[int, int]]
) -> None:
    bats = {f"terms/bat-{n}.yml": f"term: bat\ndisambiguation: {n}\ndefinition: d\n" for n in (1, 2)}
    scratch = Scratch(tmp_path, {**bats, "terms/about.md": front + PAGE})
    for edition in (scratch.read(), pipeline.check(scratch.settings())):
        found = [finding for finding in edition.findings if finding.rule == "ambiguous-mention"]
        assert [(finding.span.line, finding.span.column) for finding in found] == places
        assert {finding.path for finding in found} <= {"terms/about.md"}
    off = scratch.read({"linking": {"mentions": "none"}})
    links_itself = off.handwritten["about.md"].mentions not in {None, Extent.NONE}
    told = [finding.span.line for finding in off.findings if finding.rule == "ambiguous-mention"]
    assert told == ([line for line, _ in places] if links_itself else [])


def test_names_are_looked_for_by_the_same_matcher_on_all_pages_that_alone_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "---\nlinking: {mentions: all}\n---\nA loss.\n"
    files = {"terms/loss.yml": "term: loss\ndefinition: d\n", **{f"terms/page-{n}.md": page for n in range(5)}}
    edition = Scratch(tmp_path, files).read({"linking": {"mentions": "none"}})
    monkeypatch.setattr(pipeline, "_linker", None)  # to make another one would fail
    build = Build(edition)
    pages = [build.link("<p>A loss.</p>", f"page-{n}.md", f"page-{n}/", {"mentions": "all"}) for n in range(5)]
    assert all(LINK.search(html) for html in pages)


def test_a_page_may_hold_what_delimits_running_text(tmp_path: Path) -> None:
    page = Scratch(tmp_path, {"terms/page.md": "The \x01 gradient.\n\nA loss\x01descent, \0 set.\n"})
    edition(tmp_path)
    read = page.read()
    told = pipeline.page_mentions(read, read.handwritten["page.md"])
    assert [(one.ids[0], one.decision, span.line, span.column) for one, span in told] == [
        ("gradient", Decision.LINKED, 1, 7),
        ("loss", Decision.LINKED, 3, 3),
        ("descent", Decision.LINKED, 3, 8),
        ("set", Decision.COMMON, 3, 19),
    ]
    html = Markdown().convert((tmp_path / "terms/page.md").read_text())
    assert len(LINK.findall(Build(read).link(html, "page.md", "page/"))) == len(told) - 1


def test_no_mention_is_told_that_stands_in_html_of_the_author_s(tmp_path: Path) -> None:
    bats = {f"terms/bat-{n}.yml": f"term: bat\ndisambiguation: {n}\ndefinition: d\n" for n in (1, 2)}
    page = "<div>\nA bat and a [[loss]].\n</div>\n\nNo <kbd>bat</kbd> here.\n"
    told = Scratch(tmp_path, {**bats, "terms/about.md": page}).read().findings
    assert [(finding.rule, finding.span.line) for finding in told if finding.path == "terms/about.md"] == [
        ("wanted-term", 2)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<!-- [[a]] -->[[z]] [[b]]\n\n<!--\n\n[[c]]\n\n-->\n\n[[d]]", [1, 1, 9]),
        ("<pre>\n[[a]]\n</pre>\n\n<script>[[a]]</script>\n\n[[b]]", [7]),
        ("```\n<!--\n```\n\n[[a]] -->", [5]),
        ("`<!--` [[a]] `-->` and <pre> [[b]]", [1, 1]),
    ],
)
def test_what_is_no_reference_in_html_is_not_wanted(tmp_path: Path, text: str, lines: list[int]) -> None:
    page = {"terms/loss.yml": "term: loss\ndefinition: d\n", "terms/about.md": text}
    told = [finding for finding in Scratch(tmp_path, page).read().findings if finding.path == "terms/about.md"]
    assert [(finding.rule, finding.span.line) for finding in told] == [("wanted-term", line) for line in lines]


def test_a_page_whose_mentions_are_switched_off_bears_no_mark_of_ours(tmp_path: Path) -> None:
    html = Markdown(extensions=["glossmith.hosts.handwriting"]).convert("<em>loss</em>\n\n<div>loss</div>")
    assert linked(tmp_path, html, chosen=False) == "<p><em>loss</em></p>\n<div>loss</div>\n"


@pytest.mark.parametrize(
    ("chosen", "count"),
    [(None, 3), (False, 0), ({"mentions": "none"}, 0), ({"mentions": "page"}, 1), ({"mentions": "all"}, 4), ({}, 3)],
)
def test_the_front_matter_of_a_page_says_how_much_is_linked(tmp_path: Path, chosen: object, count: int) -> None:
    html = "<p>loss loss</p><h2>A</h2><p>loss</p><h2>B</h2><p>loss</p>"
    assert linked(tmp_path, html, chosen).count("⟦") == count


def test_a_front_matter_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"about\.md: `pages` is no choice for `linking`; did you mean `page`"):
        linked(tmp_path, "<p>loss</p>", {"mentions": "pages"})


def test_terms_know_the_pages_that_mention_them_and_put_them_first(tmp_path: Path) -> None:
    build = Build(edition(tmp_path))
    build.settle({"about.md": "about/"})
    build.link("<p>First. Then a <b>loss</b> and a loss &amp; more! Last.</p>", "about.md", "about/")
    build.gather()
    body = build.renderer.render(Job("term", "loss")).body
    used = re.sub(r"<[^>]*>", "|", body.partition('id="used-in"')[2].partition("</ul>")[0])
    assert "|About| |Then a loss and a |loss| &amp; more!|" in used


def test_terms_know_the_sentence_of_a_reference_on_a_page_and_pages_that_no_file_holds(tmp_path: Path) -> None:
    build = Build(edition(tmp_path))
    build.settle({"made-up.md": "made-up/"})
    build.link('<p>One. See [[loss|<b>it</b>]], <a href="../terms/loss/">or not</a>.</p>', "made-up.md", "made-up/")
    build.call("made-up.md", "Made up")
    build.gather()
    used = build.renderer.render(Job("term", "loss")).body.partition('id="used-in"')[2].partition("</ul>")[0]
    assert "|Made up| |See |it|, or not.|" in re.sub(r"<[^>]*>", "|", used)


def test_a_mention_of_a_shared_name_is_a_use_of_none_of_its_terms(tmp_path: Path) -> None:
    bats = {f"terms/bat-{n}.yml": f"term: bat\ndisambiguation: {n}\ndefinition: d\n" for n in (1, 2)}
    build = Build(Scratch(tmp_path, {**bats, "terms/about.md": "# About\n"}).read())
    build.settle({"about.md": "about/"})
    assert 'href="../names/bat/"' in build.link("<p>A bat.</p>", "about.md", "about/")
    build.gather()
    assert all("used-in" not in build.renderer.render(Job("term", f"bat-{n}")).body for n in (1, 2))


@pytest.mark.parametrize("chosen", [None, False])
def test_a_link_that_an_author_made_to_the_file_of_a_term_is_told_with_its_sentence(
    tmp_path: Path, chosen: object
) -> None:
    Scratch(tmp_path, {"terms/deep/page.md": "# Deep\n\n[x](/set.yml) [it](../loss.yml#a)\n"})
    build = Build(edition(tmp_path))
    build.settle({"deep/page.md": "terms/deep/"})
    others = '<a href="http://[">no address</a> <a href="https://example.org/terms/loss/">another site</a>'
    html = '<p>One. See <a href="../set/">x</a>, <a title="t" href="../loss/#a"><b>it</b></a>, a loss. Last.</p>'
    build.link(f"<p>{others}</p>{html}", "deep/page.md", "terms/deep/", chosen)
    build.gather()
    body = build.renderer.render(Job("term", "loss")).body
    used = re.sub(r"<[^>]*>", "|", body.partition('id="used-in"')[2].partition("</ul>")[0])
    assert "|Deep| |See x, |it|, a loss.|" in used


def test_a_reference_to_several_terms_or_none_is_left_to_the_findings(tmp_path: Path) -> None:
    html = linked(tmp_path, "<p>[[nobody]] and loss</p>")
    assert 'class="gs-wanted"' in html
    assert html.endswith("⟦loss|loss⟧</p>")


def test_the_title_of_a_wanted_term_is_no_markup_to_a_script_that_shows_it_as_html(tmp_path: Path) -> None:
    assert 'title="wanted: &lt;\u2060img src=x&gt;"' in linked(tmp_path, "<p>[[&lt;img src=x&gt;]]</p>")


def test_mentions_can_be_switched_off_for_the_whole_site(tmp_path: Path) -> None:
    edition(tmp_path)
    scratch = Scratch(tmp_path)
    off = scratch.read({"linking": {"mentions": "none"}})
    assert off.links == {}
    assert Build(off).link("<p>loss [[loss]]</p>", "about.md", "about/").count("<a ") == 1


def test_the_site_chooses_its_common_words(tmp_path: Path) -> None:
    edition(tmp_path)
    scratch = Scratch(tmp_path)

    def links(**linking: object) -> int:
        html = "<p>the set and a loss</p>"
        return Build(scratch.read({"linking": linking})).link(html, "about.md", "about/").count("<a ")

    assert links(fewer_common_words=["Set"]) == 2
    assert (links(), links(fewer_common_words=["set"]), links(more_common_words=["loss"]), links(common_words=[])) == (
        1,
        2,
        0,
        2,
    )


def test_a_form_that_terms_share_has_a_page_if_one_hand_written_page_alone_links(tmp_path: Path) -> None:
    files = {f"terms/{name}.yml": f"term: {name}\ndefinition: d\n" for name in ("axe", "axis")}
    page = "---\nlinking: {mentions: all}\n---\n# Axes\n\nTwo axes.\n"
    silent = {"linking": {"mentions": "none"}}
    scratch = Scratch(tmp_path, {**files, "terms/page.md": page})
    build = Build(scratch.read(silent))
    html = build.link("<p>Two axes.</p>", "page.md", "page/", {"mentions": "all"})
    assert html == '<p>Two <a class="gs-term gs-term-shared" href="../names/axes/">axes</a>.</p>'
    assert build.location(Job("name", "axes")).destination == "names/axes/index.html"
    scratch.write("terms/page.md", "# Axes\n\nTwo axes.\n")
    assert not Build(scratch.read(silent)).plan.names


@pytest.mark.parametrize("begun", ["<!--", "<div "])
def test_tags_and_comments_without_an_end_take_no_time(begun: str) -> None:
    with an_end_in_sight():
        assert list(stretches(begun * 40_000)) is not None

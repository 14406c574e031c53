"""Which mentions in the texts of entries become links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossmith import pipeline
from glossmith.model.plan import Job
from scratch import Scratch, render

CAST = {
    "gradient": "definition: d",
    "loss": "definition: d",
    "descent": "definition: d",
    "model": "definition: d",
    "WHO": "definition: d",
    "R&D": "definition: d",
    "quiet": "definition: d\nlinking: {auto: false}",
}
LINK = re.compile(r'<a class="gs-term[^"]*" href="\.\./\.\./(?:terms|names)/([^"]+?)/">(.*?)</a>', re.DOTALL)


def shown(tmp_path: Path, entry: str, **others: str) -> str:
    """The page of an entry, with each link to a term as `⟦id|text⟧`."""
    entries = {name: f"term: {name}\n{rest}\n" for name, rest in {**CAST, **others}.items()}
    files = {f"terms/{re.sub('[^A-Za-z]', '-', name)}.yml": text for name, text in entries.items()}
    scratch = Scratch(tmp_path, {**files, "terms/page.yml": f"term: page\n{entry}"})
    edition = scratch.read()
    renderer = pipeline.renderer(edition, pipeline.plan(edition), {})
    body = renderer.render(Job("term", "page")).body
    return LINK.sub(r"⟦\1|\2⟧", body.partition('<section class="gs-section gs-related">')[0])


def definition(tmp_path: Path, text: str) -> str:
    body = shown(tmp_path, "definition: |\n" + "".join(f"  {line}\n" for line in text.split("\n")))
    return re.sub(r"\s+", " ", re.search(r'id="definition">(.*?)</div>\s*<', body, re.DOTALL)[1]).strip()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("The gradient of a loss.", "<p>The ⟦gradient|gradient⟧ of a ⟦loss|loss⟧.</p>"),
        ("The\ngradient", "<p>The ⟦gradient|gradient⟧</p>"),
        ("Gradients, and the loss's gradient", "<p>⟦gradient|Gradients⟧, and the ⟦loss|loss⟧'s gradient</p>"),
        ("a **gradient** and *loss*", "<p>a <strong>⟦gradient|gradient⟧</strong> and <em>⟦loss|loss⟧</em></p>"),
        ("- gradient\n- loss", "<ul> <li>⟦gradient|gradient⟧</li> <li>⟦loss|loss⟧</li> </ul>"),
        ("`gradient` and ``loss``", "<p><code>gradient</code> and <code>loss</code></p>"),
        ("[the gradient](https://e.org) of loss", '<p><a href="https://e.org">the gradient</a> of ⟦loss|loss⟧</p>'),
        ("<https://e.org/gradient>", '<p><a href="https://e.org/gradient">https://e.org/gradient</a></p>'),
        ("https://e.org/gradient and loss@e.org", "<p>https://e.org/gradient and loss@e.org</p>"),
        ("![gradient](g.png)", '<p><img src="g.png" alt="gradient" loading="lazy"></p>'),
        ("[[gradient]] descent", "<p>⟦gradient|gradient⟧ ⟦descent|descent⟧</p>"),
        ("gradient, then [[gradient]]", "<p>gradient, then ⟦gradient|gradient⟧</p>"),
        ("[[|gradient]] of loss", "<p>gradient of ⟦loss|loss⟧</p>"),
        (r"\[[gradient]] of loss", "<p>[[⟦gradient|gradient⟧]] of ⟦loss|loss⟧</p>"),
        ("the page of a loss", "<p>the page of a ⟦loss|loss⟧</p>"),
        ("a model of loss", "<p>a model of ⟦loss|loss⟧</p>"),
        ("a quiet loss", "<p>a quiet ⟦loss|loss⟧</p>"),
        ("who asks the WHO", "<p>who asks the ⟦WHO|WHO⟧</p>"),
        ("R&D, a < b, loss & gradient", "<p>⟦R-D|R&amp;D⟧, a &lt; b, ⟦loss|loss⟧ &amp; ⟦gradient|gradient⟧</p>"),
        ("R&amp;D of loss", "<p>⟦R-D|R&amp;D⟧ of ⟦loss|loss⟧</p>"),
        ("amp; and lt", "<p>amp; and lt</p>"),
        ("<b>gradient</b> of loss", "<p>&lt;b&gt;⟦gradient|gradient⟧&lt;/b&gt; of ⟦loss|loss⟧</p>"),
        ("~~gradient~~ [x] loss", "<p><s>⟦gradient|gradient⟧</s> [x] ⟦loss|loss⟧</p>"),
        ("> gradient", "<blockquote> <p>⟦gradient|gradient⟧</p> </blockquote>"),
    ],
)
def test_a_definition_links_what_it_mentions_where_a_link_may_stand(tmp_path: Path, text: str, html: str) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "g.png").write_bytes(b"")
    assert definition(tmp_path, text) == html


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("# Gradient\n\nloss", ["loss"]),
        ("Gradient\n===\n\nloss", ["loss"]),
        ("```\ngradient\n```\n\nloss", ["loss"]),
        ("loss\n\n    gradient", ["loss"]),
        ("$\\text{gradient}$ loss", ["loss"]),
        ("$$\n\\text{gradient}\n$$\n\nloss", ["loss"]),
        ('!!! note "gradient"\n    loss', ["loss"]),
        ('??? note "gradient"\n    loss', ["loss"]),
        ("| gradient | b |\n|---|---|\n| loss | c |", ["loss"]),
        ("gradient\n: loss", ["gradient", "loss"]),
        ("x[^1]\n\n[^1]: gradient", ["gradient"]),
        ("- [ ] gradient", ["gradient"]),
        ("1. gradient\n2. loss", ["gradient", "loss"]),
        ("gradient\n\ndescent", ["gradient", "descent"]),
        ("[gradient **loss**](https://e.org) descent", ["descent"]),
        ("[[loss|the gradient]] descent", ["loss", "descent"]),
    ],
)
def test_marked_up_text_links_where_it_is_running_text(tmp_path: Path, text: str, linked: list[str]) -> None:
    body = shown(tmp_path, "definition: d\nbackground: |\n" + "".join(f"  {line}\n" for line in text.split("\n")))
    section = body.partition('id="background"')[2]
    assert re.findall(r"⟦([^|]+)\|", section) == linked


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("**Loss**y and f**loss**, **gradient**", ["gradient"]),
        ("*Loss*es, ***gradient***'s", ["loss", "gradient"]),
        ("self-**loss**, *loss*-free, **gradient**-based", ["gradient"]),
        ("**loss**/**gradient**, *descent*.md", ["loss", "gradient"]),
        ("[[quiet|calm]]gradient, 3-*loss*, l'**descent**", ["loss", "descent"]),
        ("loss$^2$, $n$gradient", []),
        ("$x$ loss, gradient $y$", ["loss", "gradient"]),
        ("loss`x`, `x`loss, gradient[^1]\n\n[^1]: descent", ["gradient", "descent"]),
        ("loss[y](https://e.org), [[|f]]loss, gradient[[loss|y]]", []),
        ("**损失**的**GPU**训练用$k$损失", ["sunshi", "gpu"]),
        ("**R**~x and x~**R**, in **R**Python", []),
        ("in **R**, *loss*", ["r", "loss"]),
        ("**GPU加速**x", ["jiasu"]),
        ("x**GPU加速**", []),
        ("**GPU**-Proxy, *GPU*’T", []),
        ("**GPU**-made, *loss*-Based", ["gpu", "loss"]),
        ("R<sup>2</sup>, **R**<sup>2</sup>, <sup>2</sup>R, R[^1]\n\n[^1]: loss<sup>1</sup>", ["r", "loss"]),
    ],
)
def test_a_word_of_which_a_part_is_marked_is_one_word(tmp_path: Path, text: str, linked: list[str]) -> None:
    names = {"sunshi": "损失", "jiasu": "GPU加速", "gpu": "GPU", "r": "R"}
    others = {id_: f"definition: d\nsynonyms: [{name}]" for id_, name in names.items()}
    terms = {name: rest for name, rest in {**CAST, **others}.items() if name.isalpha()}
    files = {f"terms/{name}.yml": f"term: {name}\n{rest}\n" for name, rest in terms.items()}
    entry = "term: page\ndefinition: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))
    edition = Scratch(tmp_path, {**files, "terms/page.yml": entry, "terms/about.md": f"{text}\n"}).read()
    assert [id_ for *_, ids in edition.links.get("page", {}).get("definition", ()) for id_ in ids] == linked
    told = pipeline.mentions(edition, edition.glossary.by_id["page"])
    told_of_page = pipeline.page_mentions(edition, edition.handwritten["about.md"])
    for mentions in (told, told_of_page):
        assert [one.ids[0] for one, _ in mentions if one.decision.links] == linked


def test_nothing_links_inside_html_that_the_author_wrote(tmp_path: Path) -> None:
    entries = {"terms/gradient.yml": "term: gradient\ndefinition: d\n", "terms/loss.yml": "term: loss\ndefinition: d\n"}
    background = "background: |\n  <div>\n  gradient\n  </div>\n\n  loss\n"
    page = f"term: page\ndefinition: <b>gradient</b> of loss<br> and\n{background}"
    scratch = Scratch(tmp_path, {**entries, "terms/page.yml": page})
    edition = scratch.read({"allow_html": True})
    body = pipeline.renderer(edition, pipeline.plan(edition), {}).render(Job("term", "page")).body
    assert re.findall(r'<a class="gs-term"[^>]*>(.*?)</a>', body) == ["loss", "loss"]


FIELDS = """\
definition: gradient
technical_definition: gradient gradient
notes: [gradient, gradient]
sections:
  - {title: A, body: gradient gradient}
  - {title: B, body: gradient}
"""


@pytest.mark.parametrize(
    ("extent", "links"), [("field", 4), ("section", 6), ("page", 1), ("all", 8), ("none", 0), (None, 4)]
)
def test_each_term_is_linked_as_often_as_is_wanted(tmp_path: Path, extent: str | None, links: int) -> None:
    chosen = f"linking: {{mentions: {extent}}}\n" if extent else ""
    assert shown(tmp_path, FIELDS + chosen).count("⟦gradient|") == links


TRANSFORMERS = {
    "transformer-network": "definition: d\ndisambiguation: network\ncategory: ai",
    "transformer-device": "definition: d\ndisambiguation: device\ncategory: physics",
}


@pytest.mark.parametrize(
    ("category", "target"),
    [("ai", "transformer-network"), ("physics", "transformer-device"), ("other", "transformer"), ("", "transformer")],
)
def test_a_shared_name_leads_to_the_term_of_the_same_category_or_to_all(
    tmp_path: Path, category: str, target: str
) -> None:
    files = {f"terms/{id_}.yml": f"term: transformer\n{rest}\n" for id_, rest in TRANSFORMERS.items()}
    page = f"term: page\ndefinition: A transformer.\n{f'category: {category}' if category else ''}\n"
    edition = Scratch(tmp_path, {**files, "terms/page.yml": page}).read()
    body = pipeline.renderer(edition, pipeline.plan(edition), {}).render(Job("term", "page")).body
    assert LINK.findall(body)[0] == (target, "transformer")
    assert [id_ for id_, known in edition.backlinks.items() if known.terms] == [target] * (target in TRANSFORMERS)
    doubtful = [finding.span for finding in edition.findings if finding.rule == "ambiguous-mention"]
    assert [(span.line, span.column, span.end_column) for span in doubtful] == (
        [(2, 15, 26)] if target == "transformer" else []
    )


def test_a_shared_name_over_two_lines_is_told_on_one(tmp_path: Path) -> None:
    bats = {f"terms/bat-{n}.yml": f"term: grey bat\ndisambiguation: {n}\ndefinition: d\n" for n in (1, 2)}
    page = "term: page\ndefinition: |\n  > A grey\n  > bat.\n"
    scratch = Scratch(tmp_path, {**bats, "terms/page.yml": page, "terms/about.md": "A grey\nbat.\n"})
    doubtful = [finding for finding in scratch.read().findings if finding.rule == "ambiguous-mention"]
    assert [finding.path for finding in doubtful] == ["terms/about.md", "terms/page.yml"]
    assert {finding.message for finding in doubtful} == {"`grey bat` may be `grey bat (1)` or `grey bat (2)`"}
    assert {finding.help for finding in doubtful} == {"write `[[bat-1|grey bat]]`, or `[[|grey bat]]` for no link"}


def test_drafts_and_broken_entries_are_not_linked_to(tmp_path: Path) -> None:
    files = {
        "terms/draft.yml": "term: sketch\ndefinition: d\nstatus: draft\n",
        "terms/broken.yml": "term: wreck\n",
        "terms/page.yml": "term: page\ndefinition: A sketch of a wreck.\n",
    }
    edition = Scratch(tmp_path, files).read()
    assert edition.links.get("page", {}) == {}


@pytest.mark.parametrize(("status", "uses"), [("draft", ()), ("published", ("sketch",))])
@pytest.mark.parametrize("text", ["A loss.", "See [[loss]]."])
def test_a_draft_does_not_use_a_term(tmp_path: Path, text: str, status: str, uses: tuple[str, ...]) -> None:
    files = {
        "terms/loss.yml": "term: loss\ndefinition: d\n",
        "terms/sketch.yml": f"term: sketch\ndefinition: {text}\nstatus: {status}\n",
    }
    for with_drafts in (False, True):
        known = Scratch(tmp_path, files).read(with_drafts=with_drafts).backlinks
        assert (known["loss"].terms if "loss" in known else ()) == uses


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    names = ["alpha beta", "beta", "beta gamma", "gamma", "alpha"]
    text = "Alpha beta gamma, beta gamma alpha; gammas of alphas."
    first: dict[str, object] = {}
    for number, order in enumerate((names, names[::-1], sorted(names, key=len))):
        ids = {name: name.replace(" ", "-") for name in order}
        files = {
            f"terms/{at}-{id_}.yml": f"id: {id_}\nterm: {name}\ndefinition: {text}\n"
            for at, (name, id_) in enumerate(ids.items())
        }
        (tmp_path / str(number)).mkdir()
        edition = Scratch(tmp_path / str(number), files).read()
        links = {id_: dict(links) for id_, links in sorted(edition.links.items())}
        first = first or links
        assert links == first
    assert first


def test_a_page_tells_where_it_is_used_with_the_sentence(tmp_path: Path) -> None:
    files = {
        "terms/loss.yml": "term: loss\ndefinition: d\n",
        "terms/a.yml": "term: a\ndefinition: First one. The *steep* loss of `x` & y. And more.\n",
        "terms/b.yml": "term: b\ndefinition: See [[loss|this]] now!\n",
        "terms/c.yml": "term: c\ndefinition: A loss of [[id-d]].\n",
        "terms/e.yml": "term: e\ndefinition: An [[id-d|*x*]] and [[id-d]] of a loss.\n",
        "terms/id-d.yml": "term: d & <f>\ndefinition: The [[loss]].\n",
    }
    edition = Scratch(tmp_path, files).read()
    body = pipeline.renderer(edition, pipeline.plan(edition), {}).render(Job("term", "loss")).body
    used = re.sub(r"<[^>]*>", "|", body.partition('id="used-in"')[2].partition("</ul>")[0])
    assert "The steep |loss| of x &amp; y." in used
    assert "See |this| now!" in used
    assert "A |loss| of d &amp; &lt;f&gt;." in used
    assert "An x and d &amp; &lt;f&gt; of a |loss|." in used
    assert "First one" not in used


def test_uses_past_ten_are_folded(tmp_path: Path) -> None:
    files = {f"terms/t{n}.yml": f"term: use {n}\ndefinition: Of the loss.\n" for n in range(13)}
    edition = Scratch(tmp_path, {**files, "terms/loss.yml": "term: loss\ndefinition: d\n"}).read()
    body = pipeline.renderer(edition, pipeline.plan(edition), {}).render(Job("term", "loss")).body
    shown_, _, folded = body.partition('id="used-in"')[2].partition("<details")
    assert (shown_.count("<li>"), folded.partition("</details>")[0].count("<li>")) == (10, 3)
    assert "3 more" in folded


def test_each_of_fifty_uses_has_its_sentence_fifty_more_are_named_and_the_rest_is_counted(tmp_path: Path) -> None:
    files = {f"terms/t{number:03}.yml": f"term: t{number:03}\ndefinition: The loss of it.\n" for number in range(103)}
    body = render(
        Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", **files}).read(), "term", "loss"
    ).body
    used = body.partition('id="used-in"')[2].partition("</section>")[0]
    assert used.count('<span class="gs-sentence">The <strong>loss</strong> of it.</span>') == 50
    assert used.count("<li>") == 100
    assert "93 more" in used


def test_of_very_many_hand_written_pages_that_use_a_term_the_rest_is_counted(tmp_path: Path) -> None:
    pages = {f"terms/page-{number:03}.md": f"# Page {number}\n\nThe [[loss]].\n" for number in range(103)}
    edition = Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", **pages}).read()
    used = render(edition, "term", "loss").body.partition('id="used-in"')[2].partition("</section>")[0]
    assert used.count("<li>") == 100
    assert "<summary>93 more</summary>" in used
    assert "and in 3 further pages" in used


def test_pages_that_the_site_has_are_named_by_their_titles_or_their_files(tmp_path: Path) -> None:
    pages = {"titled": "# A guide\n\nThe [[loss]].\n", "bare": "The [[loss]].\n", "left-out": "# Old\n\n[[loss]]\n"}
    files = {f"terms/{name}.md": text for name, text in pages.items()}
    edition = Scratch(tmp_path, {"terms/loss.yml": "term: loss\ndefinition: d\n", **files}).read()
    renderer = pipeline.renderer(edition, pipeline.plan(edition), {"titled.md": "titled/", "bare.md": "bare/"})
    used = renderer.render(Job("term", "loss")).body.partition('id="used-in"')[2].partition("</section>")[0]
    assert re.findall(r'<li><a href="([^"]*)">(.*?)</a>', used) == [
        ("../../bare/", "bare.md"), ("../../titled/", "A guide"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "page"), [("A tf.", "tf"), ("One transformer.", "transformer"), ("Transformers", "transformer")]
)
def test_a_mention_of_terms_that_share_several_names_leads_to_the_page_of_what_is_written(
    tmp_path: Path, text: str, page: str
) -> None:
    fields = "term: transformer\ndefinition: d\nabbreviation: TF\nsynonyms: [tf, a transforming thing]\n"
    files = {f"terms/{one}.yml": f"{fields}disambiguation: {one}\n" for one in ("coil", "model")}
    files["terms/x.yml"] = f"term: x\ndefinition: {text}\n"
    body = render(Scratch(tmp_path, files).read(), "term", "x").body
    assert f'href="../../names/{page}/"' in body


def test_all_meanings_are_first_those_of_the_preferred_name(tmp_path: Path) -> None:
    fields = "term: transformer\ndefinition: d\nabbreviation: TF\n"
    files = {f"terms/{one}.yml": f"{fields}disambiguation: {one}\n" for one in ("coil", "model")}
    body = render(Scratch(tmp_path, files).read(), "term", "coil").body
    assert '<a href="../../names/transformer/">all meanings</a>' in body


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("written in **C** by J. **C.** Doe", "written in <strong>⟦C|C⟧</strong> by J. <strong>C.</strong> Doe"),
        ("as in appendix **C**, or in **C** elsewhere",
         "as in appendix <strong>C</strong>, or in <strong>⟦C|C⟧</strong> elsewhere"),
        ("in *appendix* C and *vitamin* **C**", "in <em>appendix</em> C and <em>vitamin</em> <strong>C</strong>"),
        ("at **20** C, and *C*. Elegance", "at <strong>20</strong> C, and <em>⟦C|C⟧</em>. Elegance"),
        ("an appendix\n\n**C** is short", "an appendix</p> <p><strong>⟦C|C⟧</strong> is short"),
    ],
)  # fmt: skip
def test_a_letter_in_or_behind_marks_is_no_name_where_it_is_none_without(tmp_path: Path, text: str, html: str) -> None:
    body = shown(tmp_path, "definition: |\n  " + text.replace("\n", "\n  "), C="definition: d\nlinking: {auto: true}")
    shown_text = re.search(r'id="definition">(.*?)</div>\s*<', body, re.DOTALL)[1]
    assert re.sub(r"\s+", " ", shown_text).strip() == f"<p>{html}</p>"

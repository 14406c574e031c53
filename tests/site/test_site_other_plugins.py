"""Plugins beside ours that move files, change addresses or rewrite pages."""

from __future__ import annotations

from textwrap import dedent

from harbours import SITE_URL
from linkwalker import broken_links
from projects import Project


def test_a_plugin_that_turns_directory_urls_off_is_heard_wherever_it_is_listed(project: Project) -> None:
    project.entry("tide", category="sea", related_terms=["moon"])
    project.entry("moon")
    project.write("docs/index.md", "# Start\n\n[[tide]]\n")
    project.configure(plugins=["search", "glossmith", "offline"])
    site = project.built()
    assert site.has("terms/tide.html")
    assert broken_links(site, SITE_URL) == []


def test_terms_lead_to_posts_where_the_blog_puts_them(project: Project) -> None:
    project.entry("tide")
    project.write("docs/blog/index.md", "# Blog\n")
    project.write("docs/blog/posts/first.md", "---\ndate: 2024-01-02\n---\n# First\n\nMind the [[tide]].\n")
    project.configure(plugins=["search", "glossmith", "blog"])
    site = project.built()
    assert "../../blog/2024/01/02/first/" in site.page("terms/tide/").links().values()
    assert broken_links(site, SITE_URL) == []


def test_beginnings_of_posts_have_links_where_the_blog_lists_them(project: Project) -> None:
    project.entry("tide")
    project.write("docs/blog/index.md", "# Blog\n")
    text = "# First\n\nMind [[tide|it]], a tide, [[|tide]].\n\n<div>By hand.</div>\n\n<!-- more -->\n\n[[ebb]]\n"
    project.write("docs/blog/posts/first.md", f"---\ndate: 2024-01-02\n---\n{text}")
    project.entry("ebb")
    project.configure(plugins=["search", "glossmith", "blog"], markdown_extensions=["md_in_html"])
    site = project.built()
    for address, up in (("blog/", "../"), ("blog/archive/2024/", "../../../")):
        html = site.path(address).read_text("utf-8")
        assert f'<p>Mind <a class="gs-term" href="{up}terms/tide/">it</a>, a tide, tide.</p>' in html, address
        assert "<!--glossmith" not in html
    assert "../../blog/2024/01/02/first/" in site.page("terms/ebb/").links().values()
    assert broken_links(site, SITE_URL) == []


def test_pages_that_a_hook_hands_to_a_template_are_linked_once(project: Project) -> None:
    project.entry("tide")
    project.write("docs/a.md", "# List\n")
    project.write("docs/b.md", "# Text\n\nA tide, and a tide.\n")
    hook = """
        def on_page_context(context, page, config, nav):
            return context | {"posts": nav.pages} if page.file.src_uri == "a.md" else context
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"], nav=["a.md", "b.md"])
    html = project.built().path("b/").read_text("utf-8")
    assert '<p>A <a class="gs-term" href="../terms/tide/">tide</a>, and a tide.</p>' in html


def test_headings_that_are_links_already_show_the_names_of_references(project: Project) -> None:
    project.entry("tide")
    text = "# Of [[tide]]\n\n## The [[tide|*high* tide]], [[|tide]] and `[[tide]]` & more\n\nText.\n\n<!-- more -->\n"
    project.write("docs/page.md", text)
    project.write("docs/blog/index.md", "# Blog\n")
    project.write("docs/blog/posts/first.md", f"---\ndate: 2024-01-02\n---\n{text}")
    plugins = ["search", "glossmith", {"blog": {"blog_toc": True}}]
    project.configure(plugins=plugins, markdown_extensions=[{"toc": {"anchorlink": True}}])
    site = project.built()
    for address, levels in (("page/", (1, 2)), ("blog/2024/01/02/of-tide/", (1, 2)), ("blog/", (2, 3))):
        page = site.page(address)
        assert "Of tide" in page.headings(levels[0]), address
        assert "The high tide, tide and [[tide]] & more" in page.headings(levels[1]), address
        html = site.path(address).read_text("utf-8")
        assert "<em>high</em> tide" in html
        assert html.count("[[") == html.count("[[tide]]") == html.count("<code>[[tide]]</code>"), address


def test_what_a_minified_head_says_already_is_not_said_again(project: Project) -> None:
    project.entry("tide")
    hook = """
        from mkdocs.plugins import event_priority

        @event_priority(100)
        def on_post_page(output, page, config):
            return output.replace('name="description"', "name=description").replace(
                "</head>", "<meta property=og:title content=Own></head>")
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"])
    site = project.built()
    for address in ("terms/", "terms/tide/"):
        assert len(site.page(address).meta("description")) == 1, address
        assert site.page(address).meta("og:title") == ["Own"], address


def test_pages_that_a_hook_makes_link_to_terms_and_are_named_where_these_are_used(project: Project) -> None:
    project.entry("tide")
    hook = """
        from mkdocs.structure.files import File

        def on_files(files, config):
            files.append(File.generated(config, "made/log.md", content="# Log & *book*\\n\\nOf the [[tide]].\\n"))
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"])
    site = project.built()
    assert site.page("terms/tide/").links()["Log & book"] == "../../made/log/"
    assert broken_links(site, SITE_URL) == []


def test_a_page_without_a_name_that_no_command_reads_links_to_terms_too(project: Project) -> None:
    project.entry("tide")
    project.write("docs/_draft.md", '---\ntitle: ""\n---\nOf the tide.\n')
    assert project.built().page("terms/tide/").links()["_draft.md"] == "../../_draft/"


def test_a_page_is_named_where_a_term_is_used_as_the_site_names_it(project: Project) -> None:
    project.entry("tide")
    project.write("docs/index.md", "# Start\n")
    project.write("docs/one.md", "---\ntitle: By front matter\n---\n[[tide]]\n")
    project.write("docs/two.md", "A heading & more\n================\n\n[[tide]]\n")
    project.write("docs/three.md", "# Three\n\n[[tide]]\n")
    project.configure(nav=["index.md", "one.md", "two.md", {"By navigation": "three.md"}])
    links = project.built().page("terms/tide/").links()
    assert {"By front matter", "A heading & more", "By navigation"} <= links.keys()


def test_an_entry_in_the_navigation_needs_no_name_there(project: Project) -> None:
    project.entry("tide", term="tide <sea> & moon")
    project.write("docs/index.md", "# Start\n")
    project.configure(nav=["index.md", "tide.yml", "terms.md"])
    site = project.built()
    for address in ("", "terms/"):
        assert site.page(address).links()["tide <\u2060sea> & moon"].endswith("tide/"), address  # begins no tag


def test_what_a_table_of_contents_does_that_no_page_can_do_is_told_once(project: Project) -> None:
    project.entry("tide", category="sea", sections=[{"title": "Ebb", "body": "Out."}])
    link = "<a href='{{ one.url }}'>{{ loop.index }} {{ one.title }}</a>"
    numbered = "{% for top in page.toc %}{% for one in top.children %}" + link + "{% endfor %}{% endfor %}"
    project.write("overrides/partials/toc.html", f"<nav class='own'>{numbered}</nav>")
    project.configure(theme={"name": "material", "font": False, "custom_dir": "overrides"})
    result = project.build()
    assert result.exit_code == 0, result.output
    assert result.output.count("in two ways: pages go without it (pages of the kinds: category, term)") == 1
    assert "sentinel" not in result.site.page("terms/tide/").html.lower()


def test_a_hand_written_list_page_takes_the_place_of_ours_where_a_hook_moves_it(project: Project) -> None:
    project.entry("tide", category="sea")
    project.write("docs/map.md", "# By hand\n")
    hook = """
        from mkdocs.plugins import event_priority

        @event_priority(100)
        def on_files(files, config):
            page = files.get_file_from_path("map.md")
            page.dest_uri, page.url = "chart/index.html", "chart/"
            page.abs_dest_path = f"{config.site_dir}/chart/index.html"
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"])
    site = project.built()
    assert "By hand" in site.path("chart/").read_text("utf-8")
    assert not site.has("map/index.html")


def test_terms_have_pages_where_a_hook_takes_entries_out_of_the_files_of_the_site(project: Project) -> None:
    project.entry("tide")
    project.write("docs/page.md", "# Page\n\nA tide.\n")
    hook = """
        from mkdocs.structure.files import Files

        def on_files(files, config):
            return Files([file for file in files if not file.src_uri.endswith(".yml")])
        """
    project.write("hook.py", dedent(hook))
    project.configure(hooks=["hook.py"])
    site = project.built()
    assert "../terms/tide/" in site.page("page/").links().values()
    assert broken_links(site, SITE_URL) == []

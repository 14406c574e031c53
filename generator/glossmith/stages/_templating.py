"""Where templates come from: the site's own folder first, then the shipped ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from glossmith.model.page import TemplateFault
from glossmith.stages._directing import direction
from glossmith.stages._words import Words, read_words

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def shipped_templates() -> Path:
    """The folder of the templates that come with glossmith: in the wheel, or beside the package in its repository."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "templates"


MARKS = re.compile("[&<>'\"]")
INCLUDE = re.compile(r"""^[ \t]*\{% include "([^"]+)" %\}\n""", re.MULTILINE)


HEADING = re.compile(r"""\{\{ heading\(words, "([\w-]+)", words\.(\w+)\) \}\}""")
WORD = re.compile(r"\{\{ words\.(\w+) \}\}")


class Joining(FileSystemLoader):
    """Puts included templates, fixed headings and words in their places before templates are compiled.

    They are the same on every page, and need not be worked out for each.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders)
        self._words = read_words(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template with all that it includes."""
        source, path, current = super().get_source(environment, template)
        source = INCLUDE.sub(lambda found: self._part(environment, found[1]), source)
        source = HEADING.sub(lambda found: self._heading(environment, found), source)
        return WORD.sub(self._word, source), path, current

    def _part(self, environment: Environment, template: str) -> str:
        return self.get_source(environment, template)[0].removesuffix("\n")

    def _heading(self, environment: Environment, found: re.Match[str]) -> str:
        if (title := self._words.__dict__.get(found[2])) is None:
            return found[0]
        return _raw(call_macro(environment.get_template("_heading.html"), "heading", self._words, found[1], title))

    def _word(self, found: re.Match[str]) -> str:
        return _raw(escape(self._words[found[1]])) if found[1] in self._words.__dict__ else found[0]


def _raw(html: str) -> str:
    """HTML as a template says it."""
    return html if "{" not in html else f"{{% raw %}}{html}{{% endraw %}}"


def environment(own: Path | None, *, joined: bool = True) -> Environment:
    """The templates of a site; `own` is its folder of templates, which win over the shipped ones of the same name.

    Not `joined`, a fault in one is told with the right name and line.
    """
    folders = [folder for folder in (own, shipped_templates()) if folder is not None and folder.is_dir()]
    templates = Environment(
        loader=(Joining if joined else FileSystemLoader)(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    templates.template_class = Shared
    templates.context_class = Direct
    templates.globals["once"] = Once()
    templates.filters["direction"] = direction
    return templates


def shown(value: Any) -> Any:
    """`markupsafe.escape` for what is joined at once: text without marks, and markup, stay as they are."""
    if type(value) is Markup or (type(value) is str and not MARKS.search(value)):
        return value
    return escape(value)


class Direct(Context):
    """Calls macros without asking each time whether they want the context, which they never do."""

    def call(self, thing: Any, /, *args: Any, **options: Any) -> Any:
        """What `thing` returns; the variables of loops and blocks are for functions that want a context."""
        if type(thing) is not Macro:
            return super().call(thing, *args, **options)
        options.pop("_loop_vars", None)
        options.pop("_block_vars", None)
        return thing(*args, **options)


class Shared(Template):
    """A template whose macros are made once: no page has globals of its own, which Jinja would look for each time."""

    @classmethod
    def from_code(cls, *args: Any, **options: Any) -> Template:
        """A template that joins values as they are, where Jinja would make a new object of each."""
        template = super().from_code(*args, **options)
        template.root_render_func.__globals__["escape"] = shown
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 -- Jinja's signature
        return super()._get_default_module()


class Once:
    """In templates, `once(macro, thing)`: what a macro makes of a thing, made once for all pages that show it."""

    def __init__(self) -> None:
        self._made: defaultdict[str, dict[int, tuple[Any, Markup]]] = defaultdict(dict)

    def __call__(self, macro: Macro, thing: Any) -> Markup:
        """The macro's result; the thing is kept, so that its identity stays its own."""
        made = self._made[macro.name]
        if (known := made.get(id(thing))) is None:
            known = made[id(thing)] = (thing, escape(macro(thing)))
        return known[1]

    def each(self, macro: Macro, things: Iterable[Any]) -> Markup:
        """In templates, `once.each(macro, things)`: the results for all of them, one after the other."""
        made = self._made[macro.name]
        return Markup("".join([made[id(one)][1] if id(one) in made else self(macro, one) for one in things]))


def words(templates: Environment) -> Words:
    """The fixed headings and labels that go with templates."""
    loader = templates.loader
    return read_words([Path(path) for path in loader.searchpath] if isinstance(loader, FileSystemLoader) else [])


def compile_all(templates: Environment) -> None:
    """Compile every template, so that a mistake in one is known before anything is written."""
    for name in templates.list_templates(extensions=["html"]):
        try:
            templates.get_template(name)
        except (OSError, ValueError, RecursionError) as error:
            raise TemplateFault(f"{name}: {error}") from None
        except TemplateError as error:
            raise fault(error) from None


def fault(error: Exception, within: str = "") -> TemplateFault:
    """What went wrong in a template, with the name and line of the template, or else with what `within` says."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(f"{error.filename or error.name}:{error.lineno}: {error.message}")
    frames = [step for step in walk_tb(error.__traceback__) if step[0].f_code.co_filename.endswith(".html")]
    place = f"{frames[-1][0].f_code.co_filename}:{_line(*frames[-1])}: " if frames else within
    return TemplateFault(f"{place}{type(error).__name__}: {error}")


def _line(frame: FrameType, number: int) -> int:
    """The line of a template; Jinja tells it of what it renders, but not of macros that we call."""
    template: Template | None = frame.f_globals.get("__jinja_template__")
    return template.get_corresponding_lineno(number) if template else number


def call_macro(template: Template, name: str, *arguments: object) -> str:
    """What a macro of a template makes; `TemplateFault` if there is none, or if it cannot."""
    try:
        macro = getattr(template.module, name, None)
        if macro is not None:
            return str(macro(*arguments))
    except Exception as error:
        raise fault(error, f"{template.filename}: ") from None
    raise TemplateFault(f"{template.filename}: there is no macro `{name}`")


def find_asset(own: Path | None, name: str) -> Path:
    """A style sheet or script, by the name of its file in `templates/assets`."""
    folders = (own, shipped_templates()) if own else (shipped_templates(),)
    return next(folder / "assets" / name for folder in folders if (folder / "assets" / name).is_file())

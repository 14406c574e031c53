"""The source of glossmith as syntax trees, for tests of its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import glossmith

ROOT = Path(glossmith.__file__).parent


@dataclass(frozen=True)
class Module:
    """One module; `room` is the folder that it stands in, or its own name at the top."""

    path: Path

    @property
    def file(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def dotted(self) -> str:
        parts = self.path.relative_to(ROOT.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        return self.dotted.split(".")[1] if "." in self.dotted else ""

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every module that is imported, also inside functions, and the line; names that are modules count as such."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((name.name, node.lineno) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.file}:{node.lineno}: a relative import"
                for name in node.names:
                    dotted = f"{node.module}.{name.name}"
                    yield (dotted if dotted in DOTTED else node.module or "", node.lineno)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


MODULES = tuple(Module(path) for path in sorted(ROOT.rglob("*.py")))
DOTTED = frozenset(module.dotted for module in MODULES)

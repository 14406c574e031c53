"""A small client of the Language Server Protocol, enough to ask one server about one document at a time.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

SECONDS = 30

Message = dict[str, Any]


class LanguageServer:
    """A running server; `folder` is the workspace, `settings` what the editor is set to."""

    def __init__(self, command: list[str], folder: Path, settings: Message) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._settings = settings
        self._numbers = itertools.count(1)
        self._answers: queue.Queue[Message] = queue.Queue()
        self._diagnostics: queue.Queue[Message] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        root = {"uri": folder.as_uri(), "name": folder.name}
        document = {
            "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
            "hover": {"contentFormat": ["markdown"]},
        }
        able = {"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": document}
        self.ask(
            "initialize", processId=None, rootUri=root["uri"], rootPath=str(folder), workspaceFolders=[root],
            capabilities=able,
        )  # fmt: skip
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=settings)

    def open(self, path: Path, text: str) -> list[Message]:
        """Show a document that was not shown before to the server; its diagnostics."""
        item = {"uri": path.as_uri(), "languageId": "yaml", "version": next(self._numbers), "text": text}
        self._tell("textDocument/didOpen", textDocument=item)
        told = self._diagnostics.get(timeout=SECONDS)
        while told["uri"] != item["uri"]:
            told = self._diagnostics.get(timeout=SECONDS)
        return list(told["diagnostics"])

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a request; the result of its answer."""
        number = next(self._numbers)
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
        answer = self._answers.get(timeout=SECONDS)
        assert answer["id"] == number, answer
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def ask_at(self, method: str, path: Path, line: int, character: int) -> Any:
        """Ask about a place in a document; from 0, as the protocol counts."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": path.as_uri()}, position=place)

    def stop(self) -> None:
        """Let the server end, and wait for it."""
        self.ask("shutdown")
        self._tell("exit")
        self._process.wait(SECONDS)
        self._reader.join(SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        content = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _listen(self) -> None:
        while message := self._read():
            if "method" not in message:
                self._answers.put(message)
            elif "id" in message:
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": self._reply(message)})
            elif message["method"] == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])

    def _reply(self, request: Message) -> Any:
        if request["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section", ""), {}) for item in request["params"]["items"]]

    def _read(self) -> Message | None:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._process.stdout.read(length)) if length else None

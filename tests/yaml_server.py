"""A session with yaml-language-server over stdio: just enough of an editor for a test."""

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

INSTALL = "npm ci --prefix tests/editor"
_PACKAGE = Path(__file__).parent / "editor" / "node_modules" / "yaml-language-server"
_PATIENCE = 60  # seconds; the answers themselves take milliseconds


def command() -> list[str] | str:
    """Return the server's command line, or say why there is none."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    server = Path(os.environ.get("ANTIGRAFT_YAML_LS") or _PACKAGE / "bin" / "yaml-language-server")
    if not server.is_file():
        return f"yaml-language-server is not installed: {INSTALL}"
    return [node, str(server), "--stdio"]


class Session:
    """An editor with one open folder; every file is opened with a text, not saved."""

    def __init__(self, arguments: list[str], folder: Path, settings: dict[str, Any]) -> None:
        """Start the server with the editor's settings, such as ``{"yaml": {…}}``."""
        self._folder = folder
        self._settings = settings
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._said: dict[str, list[dict[str, Any]]] = {}
        self._count = 0
        self._process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", _introduction(folder))
        self._send({"method": "initialized", "params": {}})

    def __enter__(self) -> Self:
        """Use the session in a ``with``."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the server that this session started."""
        self._process.kill()
        self._process.communicate()

    def open(self, name: str, text: str) -> None:
        """Open a file of the folder, which need not exist, with this text."""
        document = {"uri": self._uri(name), "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def diagnostics(self, name: str) -> list[dict[str, Any]]:
        """Wait for what the server has to say about an open file."""
        uri = self._uri(name)
        while uri not in self._said:
            self._handle(self._next())
        return self._said[uri]

    def at(self, what: str, name: str, line: int, character: int) -> Any:
        """Ask for ``hover`` or ``completion`` at a place, counted from 0."""
        place = {"line": line, "character": character}
        uri = self._uri(name)
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": place})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._count and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._handle(message)

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _handle(self, message: dict[str, Any]) -> None:
        """Note diagnostics, and answer what the server asks the editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            sections = [item.get("section") for item in message["params"]["items"]]
            answer = [self._settings.get(section, {}) for section in sections]
            self._send({"id": message["id"], "result": answer})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        message = self._messages.get(timeout=_PATIENCE)
        assert message is not None, "the server ended"
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))
        self._messages.put(None)


def _introduction(folder: Path) -> dict[str, Any]:
    markdown = {"documentationFormat": ["markdown"], "snippetSupport": True}
    return {
        "processId": os.getpid(),
        "rootUri": folder.as_uri(),
        "workspaceFolders": [{"uri": folder.as_uri(), "name": "plan"}],
        "capabilities": {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": markdown},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        },
    }

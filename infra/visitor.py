"""Someone at a browser, without the browser: cookies, CSRF tokens, JSON and files over plain HTTP.

Names such as `gongga.localhost` are resolved by browsers only; so it speaks to 127.0.0.1 and says the host in a header.
"""

from __future__ import annotations

import http.client
import json
import re
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from infra.endings import ToldError

SECONDS = 120
"""A stamped paper is drawn within the request that issues it."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    type: str
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Visitor:
    """One person on one host, logged in or not."""

    port: int
    host: str
    name: str = "anyone"
    cookies: dict[str, str] = field(default_factory=dict)

    def log_in(self, username: str, password: str) -> None:
        """Through the log-in page, as everybody does. ToldError when the page does not let us in."""
        self.name = username
        self.request("GET", "/login")
        form = {"username": username, "password": password, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        answer = self.request("POST", "/login", urlencode(form).encode(), "application/x-www-form-urlencoded")
        if answer.status != 302:
            raise ToldError(f"{username} could not log in on {self.host}: status {answer.status}.")

    def get(self, path: str) -> Any:
        """JSON of the API."""
        return self._good(self.request("GET", f"/api{path}"), "GET", path).json()

    def post(self, path: str, data: dict[str, Any] | None = None) -> Any:
        """JSON of the API in answer to an act."""
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        answer = self.request("POST", f"/api{path}", json.dumps(data or {}).encode(), "application/json", headers)
        return self._good(answer, "POST", path).json()

    def file(self, path: str) -> bytes:
        """A PDF of the API."""
        answer = self._good(self.request("GET", f"/api{path}"), "GET", path)
        if not answer.body.startswith(b"%PDF-"):
            raise ToldError(f"{path} is not a PDF but {answer.type}.")
        return answer.body

    def page(self, path: str) -> str:
        """A page for people."""
        return self._good(self.request("GET", path), "GET", path).text

    def upload(self, path: str, content: bytes) -> str:
        """The page in answer to a form with one file."""
        border = uuid.uuid4().hex
        head = 'Content-Disposition: form-data; name="{}"'
        parts = [
            f"--{border}\r\n{head.format('csrfmiddlewaretoken')}\r\n\r\n{self.cookies['csrftoken']}\r\n".encode(),
            f'--{border}\r\n{head.format("file")}; filename="paper.pdf"\r\n'.encode(),
            b"Content-Type: application/pdf\r\n\r\n" + content + f"\r\n--{border}--\r\n".encode(),
        ]
        answer = self.request("POST", path, b"".join(parts), f"multipart/form-data; boundary={border}")
        return self._good(answer, "POST", path).text

    def request(
        self, method: str, path: str, body: bytes | None = None, kind: str = "", more: dict[str, str] | None = None
    ) -> Answer:
        """One request and its answer, whatever it is; cookies are kept."""
        headers = {
            "Host": f"{self.host}:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": self.cookies.get("csrftoken", ""),
            "Accept-Language": "zh-hans",
            **({"Content-Type": kind} if kind else {}),
            **(more or {}),
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for cookie in answer.msg.get_all("Set-Cookie", []):
                self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
            return Answer(answer.status, answer.msg.get_content_type(), answer.read())
        finally:
            connection.close()

    def _good(self, answer: Answer, method: str, path: str) -> Answer:
        if answer.status < 300:
            return answer
        said = answer.json().get("detail", "") if answer.type.endswith("json") else ""
        raise ToldError(f"{self.name} on {self.host}: {method} {path} answered {answer.status}. {said}".strip())


def standing(page: str) -> str:
    """What the verification page says of a paper, in its own words."""
    found = re.search(r'id="standing">([^<]+)<', page)
    return found[1].strip() if found else ""

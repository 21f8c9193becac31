"""Many at once, each on a connection and in a transaction of its own, as people really meet."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import TracebackType
from typing import Any, Self

from django.db import connections

from zhunru.admissions.tests.desks import Desk
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError

CROWD = 20
ONE_WINS = {200: 1, 409: CROWD - 1}


class Crowd:
    """So many threads that stay, each with its own connection, for as many rounds as are wanted."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool = ThreadPoolExecutor(size)
        self._start = Barrier(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.all(lambda _place: connections.close_all())
        self._pool.shutdown()

    def all(self, act: Callable[[int], Any]) -> list[Any]:
        """What `act` gave to each, who all began together."""

        def one(place: int) -> Any:
            self._start.wait()
            return act(place)

        return list(self._pool.map(one, range(self.size)))


def at_once(act: Callable[[int], Any], crowd: int = CROWD) -> list[Any]:
    """One round."""
    with Crowd(crowd) as people:
        return people.all(act)


def statuses(actor: Actor, method: str, path: str, body: dict[str, Any], **headers: str) -> Counter[int]:
    """The answers to one person who asks twenty times over."""
    desk = Desk(actor)
    desks = [desk.twin() for _ in range(CROWD)]
    return Counter(at_once(lambda place: desks[place].ask(method, path, body, **headers).status_code))


def together(*asked: tuple[Desk, str, str, dict[str, Any]]) -> list[tuple[int, str]]:
    """Status and error code of requests that different people send at the same moment."""

    def ask(place: int) -> tuple[int, str]:
        desk, method, path, body = asked[place]
        answer = desk.ask(method, path, body)
        return answer.status_code, answer.json().get("code", "") if answer.status_code >= 400 else ""

    return at_once(ask, len(asked))


def outcome(act: Callable[[], Any]) -> str:
    """`done`, or the code of the error that was met."""
    try:
        act()
    except DomainError as error:
        return error.code
    return "done"


def title(round: int) -> str:
    """Eight characters that no other round has, so that nobody must say whether it is the same matter."""
    return "".join(chr(0x4E00 + (round * 8 + n) * 97 % 20_000) for n in range(8))

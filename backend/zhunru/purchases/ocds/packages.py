"""Releases and records as they are handed out: in a package that says who published it, and when."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Publisher:
    """The county; `site` is its public address, without a slash at its end."""

    name: str
    site: str


def release_package(releases: list[Json], *, path: str, publisher: Publisher) -> Json:
    """At least one release: the standard knows no empty package."""
    return _package("releases", releases, max(body["date"] for body in releases), path, publisher)


def record_package(records: list[Json], *, path: str, publisher: Publisher) -> Json:
    """At least one record."""
    newest = max(one["compiledRelease"]["date"] for one in records)
    return _package("records", records, newest, path, publisher)


def _package(name: str, held: list[Json], published: str, path: str, publisher: Publisher) -> Json:
    return {
        "uri": publisher.site + path,
        "version": "1.1",
        "publishedDate": published,
        "publisher": {"name": publisher.name, "uri": publisher.site},
        name: held,
    }


def record(last: Json, releases: list[Json]) -> Json:
    """One contract: how it stands, and the releases that led there, oldest first, whole or as links to them.

    Each release says everything, and what it names stays named, so the last one is the merger of all.
    """
    compiled = {**last, "id": f"{last['ocid']}-{last['date']}", "tag": ["compiled"]}
    return {"ocid": last["ocid"], "compiledRelease": compiled, "releases": releases}


def link(ocid: str, id: str, date: str, tag: list[str], publisher: Publisher) -> Json:
    """A release by its address: that of its package and, behind the sign, its own id."""
    return {"url": f"{publisher.site}/ocds/{ocid}/releases.json#{id}", "date": date, "tag": tag}

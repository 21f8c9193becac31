"""Releases of one contract, one after the other: when there is something new to say, and what kind of news it is."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


def digest(content: Json) -> str:
    """Of what a release says, whenever and under whichever number it is said."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def release(content: Json, *, seq: int, at: datetime, before: Json | None) -> Json:
    """The body of release `seq`, following `before`, the body of the one that went ahead."""
    body = {
        **content,
        "id": release_id(content["ocid"], seq),
        "date": at.astimezone(UTC).isoformat(),
        "tag": tags(content, before),
    }
    body["contracts"] = [_traced(content, body["id"], before)]
    return body


def release_id(ocid: str, seq: int) -> str:
    return f"{ocid}-{seq:03}"


def tags(content: Json, before: Json | None) -> list[str]:
    """The standard's `releaseTag`: what is new. Never empty."""
    new = _contract(content)
    if before is None:
        return ["contract", *(["implementation"] if _is_under_way(new) else []), *_ended(new, {})]
    old = _contract(before)
    found = []
    if _amended(new, old):
        found.append("contractAmendment")
    if _is_under_way(new) and new.get("implementation") != old.get("implementation"):
        found.append("implementationUpdate" if _is_under_way(old) else "implementation")
    found += _ended(new, old)
    return found or ["contractUpdate"]


def _ended(new: Json, old: Json) -> list[str]:
    over = new["status"] == "terminated" != old.get("status")
    return ["contractTermination"] if over else []


def _amended(new: Json, old: Json) -> bool:
    return len(new.get("amendments", [])) > len(old.get("amendments", []))


def _is_under_way(contract: Json) -> bool:
    """Something was paid or looked at; a plan alone is a part of the contract."""
    done = contract.get("implementation", {})
    return bool(done.get("transactions")) or any(row["status"] != "scheduled" for row in done.get("milestones", []))


def _traced(content: Json, id: str, before: Json | None) -> Json:
    """The contract with each amendment tied to the two releases between which it was made, if both are here."""
    contract = _contract(content)
    if before is None or "amendments" not in contract:
        return contract
    told = {row["id"]: row for row in _contract(before).get("amendments", [])}
    fresh = {"amendsReleaseID": before["id"], "releaseID": id}
    amendments = [{**_ties(told.get(row["id"]), fresh), **row} for row in contract["amendments"]]
    return {**contract, "amendments": amendments}


def _ties(told: Json | None, fresh: Json) -> Json:
    return fresh if told is None else {name: told[name] for name in fresh if name in told}


def _contract(body: Json) -> Json:
    found: Json = body["contracts"][0]
    return found

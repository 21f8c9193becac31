"""The way of one matter through the API, step by step, each value compared with what the system says elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from infra.chain_checks import digest, every, must, until
from infra.chain_form import FORM
from infra.instance import Login
from infra.visitor import Visitor, standing

Outcome = dict[str, Any]
Json = dict[str, Any]

UNCHANGED = "文件与印发的文书完全一致，签名完好"
"""The verification page's words for an uploaded file that is the issued one and whose signature holds."""


class Chain:
    """One matter and the people who carry it; `say` tells of each step."""

    def __init__(self, port: int, logins: list[Login], say: Callable[[str], None]) -> None:
        self.port = port
        self.county = logins[0]["host"]
        self.passwords = {(login["host"], login["username"]): login["password"] for login in logins}
        self.say = say
        self.known: dict[tuple[str, str], Visitor] = {}
        self.heard = 0
        """Opinions given before the review."""

    def run(self, paper: Path, *, named: str) -> Outcome:
        """The whole way; `paper` is where the approval is saved, `named` how the outcome calls that place."""
        outcome = self._read_the_county()
        application = self._apply(outcome["villages"])
        matter = self._decide(application)
        approval = self._issue(application, matter, paper)
        villages = self._confirm(approval)
        outcome |= {"opinions": self.heard, "number": approval["number"], "deliveries": self._deliveries(matter)}
        must(outcome["deliveries"]["confirmed"], outcome["villages"], "villages that confirmed")
        outcome["paper"] = {"path": named, "sha256": digest(paper.read_bytes()), "code": approval["code"]}
        outcome["paper"]["verified"] = self._verify(approval, paper.read_bytes())
        matches = self._board_matches()
        outcome["withdrawn_villages"] = self._withdraw(matter, approval, villages)
        outcome["history_rows"] = self._histories(application, matter, villages)
        outcome["board_matches"] = matches and self._board_matches()
        must(outcome["board_matches"], True, "board figures that equal the sums over the placements")
        return outcome

    def visitor(self, username: str, host: str = "") -> Visitor:
        """Somebody, logged in once."""
        key = (host or self.county, username)
        if key not in self.known:
            self.known[key] = Visitor(self.port, key[0])
            self.known[key].log_in(username, self.passwords[key])
        return self.known[key]

    def _read_the_county(self) -> Outcome:
        clerk = self.visitor("clerk")
        lists = {one["kind"]: one["entry_count"] for one in clerk.get("/lists")}
        townships = clerk.get("/townships?limit=200")
        villages = clerk.get("/villages?limit=200")
        must(sum(one["village_count"] for one in townships["items"]), villages["total"], "villages of the townships")
        self.say(f"{townships['total']} townships, {villages['total']} villages, {sum(lists.values())} list entries")
        return {"townships": townships["total"], "villages": villages["total"], "list_entries": lists}

    def _apply(self, villages: int) -> Json:
        clerk, today = self.visitor("water-clerk"), datetime.now(ZoneInfo("Asia/Shanghai")).date()
        scope = [village["code"] for village in clerk.get("/villages?limit=200")["items"]]
        term = {"starts_on": today.isoformat(), "ends_on": (today + timedelta(days=180)).isoformat()}
        application: Json = clerk.post("/applications", {**FORM, **term, "scope": scope})
        failed = [
            check["detail"] for check in clerk.get(f"/applications/{application['id']}/checks") if not check["ok"]
        ]
        must(failed, [], "rules of submission that fail")
        must(len(application["scope"]), villages, "villages in the scope")
        application = self.visitor("water-head").post(f"/applications/{application['id']}/submit")
        self.say(f"{application['department']} has applied: {application['title']}, {villages} villages")
        return application

    def _decide(self, application: Json) -> Json:
        at, clerk = f"/applications/{application['id']}", self.visitor("clerk")
        clerk.post(f"{at}/accept")
        self.heard = self.hear(application)
        clerk.post(f"{at}/first_review", {"opinion": "材料齐全，不与清单和现有事项重复。"})
        aspects = ("legality", "feasibility", "reasonableness")
        findings = [{"aspect": a, "favourable": True, "opinion": "材料齐全，依据现行有效。"} for a in aspects]
        reviewed = clerk.post(f"{at}/review", {"findings": findings})
        must([one["aspect"] for one in reviewed["findings"]], list(aspects), "findings of the review")
        referred = self.visitor("head").post(f"{at}/refer", {"recommendation": "建议同意准入。"})
        must([body["body"] for body in referred["bodies"]], ["leader", "committee"], "bodies that are asked")
        recorder, today = self.visitor("recorder"), application["starts_on"]
        recorder.post(f"{at}/endorse", {"reference": "演示批8号", "given_on": today, "opinion": "同意提请研究。"})
        decided = self._meet(application["id"], today)
        must(decided["decision"]["outcome"], "approved", "outcome of the decision")
        self.say(f"heard, reviewed, endorsed, put to the committee; {decided['decision']['resolution_number']}")
        return dict(decided["matter"])

    def hear(self, application: Json) -> int:
        """Everybody who is asked answers on their own host: townships, sampled villages, finance, justice."""
        leader = self.visitor("leader")
        asked = leader.get(f"/applications/{application['id']}/opinions")
        for username in ("finance-head", "justice-head"):
            self._answer(self.visitor(username), "/opinions/mine", "/opinions")
        for host, username in sorted(self.passwords):
            if host != self.county and username != "admin":
                self._answer(self.visitor(username, host), "/consultations?open=true&limit=200", "/consultations")
        answers = leader.get(f"/applications/{application['id']}/opinions")
        must([one["position"] for one in answers], ["no_objection"] * len(asked), "positions of those who were asked")
        self.say(f"{len(asked)} opinions asked for and given")
        return len(asked)

    def hear_objections(self, matter: int) -> int:
        """Every village that may object to a withdrawal has none; how many that are."""
        for host, username in sorted(self.passwords):
            if host != self.county and username.startswith("v"):
                self._answer(self.visitor(username, host), "/consultations?open=true&limit=200", "/consultations")
        objections = self.visitor("leader").get(f"/matters/{matter}")["objections"]
        must({one["position"] for one in objections}, {"no_objection"}, "positions of the villages")
        return len(objections)

    def _answer(self, visitor: Visitor, mine: str, place: str) -> None:
        """Whatever this visitor is asked and may answer: no objection."""
        found = visitor.get(mine)
        for one in found["items"] if isinstance(found, dict) else found:
            if one.get("may_answer", not one["answered_at"]):
                visitor.post(f"{place}/{one['id']}/answer", {"position": "no_objection"})

    def _meet(self, application: int, today: str) -> Json:
        """The committee's agenda, and its record in one act."""
        planned = {"body": "committee", "held_on": today, "applications": [application]}
        meeting = self.visitor("clerk").post("/meetings", planned)
        must([item["recommendation"] for item in meeting["items"]], ["建议同意准入。"], "recommendations on the agenda")
        record = {"number": "演示县委常委会〔2026〕9号", "items": [{"application": application, "outcome": "approve"}]}
        held = self.visitor("recorder").post(f"/meetings/{meeting['id']}/record", record)
        must([held["status"], held["items"][0]["outcome"]], ["held", "approved"], "record of the meeting")
        return dict(self.visitor("leader").get(f"/applications/{application}"))

    def _issue(self, application: Json, matter: Json, paper: Path) -> Json:
        keeper = self.visitor("seal")
        issued = keeper.post(f"/applications/{application['id']}/issue")
        must([one["kind"] for one in issued["papers"]], ["approval"], "papers on the application")
        approval: Json = keeper.get(f"/documents/{issued['papers'][0]['id']}")
        paper.write_bytes(keeper.file(f"/documents/{approval['id']}/file"))
        must(digest(paper.read_bytes()), approval["sha256"], "digest of the paper")
        must(keeper.get(f"/matters/{matter['id']}")["status"], "in_force", "status of the matter")
        self.say(f"issued {approval['number']}, code {approval['code']}, {approval['size']} bytes")
        return approval

    def _deliveries(self, matter: Json) -> Json:
        progress = self.visitor("leader").get(f"/matters/{matter['id']}/progress")
        return {
            "townships": progress["townships_done"],
            "villages": progress["notified"],
            "confirmed": progress["confirmed"],
        }

    def _confirm(self, approval: Json) -> list[tuple[Visitor, int]]:
        """Every village's officer, on its own township's host, with the paper in view; each with its placement."""
        posts = [key for key in self.passwords if key[0] != self.county and key[1].startswith("v")]
        told = [
            (officer, placement_of(officer)) for host, name in sorted(posts) for officer in [self.visitor(name, host)]
        ]
        self.say(f"delivered to {len({officer.host for officer, _ in told})} townships, {len(told)} villages")
        for officer, id in told:
            placement = officer.get(f"/placements/{id}")
            seen = officer.file(f"/documents/{placement['document_id']}/file")
            must(digest(seen), approval["sha256"], "digest of the paper that the village sees")
            entered = officer.post(f"/placements/{id}/confirm", {"document_code": placement["document_code"]})
            must(entered["status"], "entered", f"status in {placement['village']}")
        officer, id = told[0]
        must(officer.post(f"/placements/{id}/complete")["status"], "completed", "status of the first village")
        self.say(f"{len(told)} villages have confirmed, one has reported its part done")
        return told

    def _verify(self, approval: Json, content: bytes) -> bool:
        anyone = Visitor(self.port, self.county)
        said = standing(anyone.page(f"/v/{approval['code']}"))
        must(said, "今日状态：有效", "words of the verification page")
        must(UNCHANGED in anyone.upload(f"/v/{approval['code']}", content), True, "answer to the uploaded paper")
        middle = len(content) // 2
        forged = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        must(UNCHANGED in anyone.upload(f"/v/{approval['code']}", forged), False, "answer to a forged paper")
        self.say(f"/v/{approval['code']}: {said}; the signature holds, a changed byte is noticed")
        return True

    def _board_matches(self) -> bool:
        """The board's figures are the sums over the list of placements."""
        leader = self.visitor("leader")
        board, rows = leader.get("/board"), every(leader, "/placements")
        totals = {
            "matters": len({row["matter_id"] for row in rows}),
            "placements": len(rows),
            "notified": len(rows),
            "confirmed": sum(row["entered_at"] is not None for row in rows),
            "completed": sum(row["completed_at"] is not None for row in rows),
            "closed": sum(row["closed_at"] is not None for row in rows),
        }
        by_township = {one["label"]: one["notified"] for one in board["by_township"]}
        by_department = {one["label"]: one["notified"] for one in board["by_department"]}
        by_status = {one["key"]: one["count"] for one in board["by_status"] if one["count"]}
        return bool(
            board["totals"] == totals
            and by_township == Counter(row["township"] for row in rows)
            and by_department == Counter(row["department"] for row in rows)
            and by_status == Counter(row["status"] for row in rows)
        )

    def _withdraw(self, matter: Json, approval: Json, villages: list[tuple[Visitor, int]]) -> int:
        """One act; gives the number of villages whose placement ended with a paper and a reason."""
        reasons, at = "宣传任务已全部完成", f"/matters/{matter['id']}"
        report = {
            "completion_report": "43个村（社区）完成一轮入户。",
            "settlement": "经费已结清。",
            "closures": "未建台账。",
        }
        self.visitor("water-head").post(f"{at}/report_completion", report)
        self.visitor("head").post(f"{at}/order_withdrawal", {"reasons": reasons})
        must(self.hear_objections(matter["id"]), len(villages), "villages that were asked and do not object")
        ended = self.visitor("seal").post(f"/matters/{matter['id']}/withdraw")
        must(ended["status"], "withdrawn", "status of the matter")
        notice = ended["papers"][-1]
        self.say(f"withdrawn by {notice['number']}")
        leader = self.visitor("leader")
        until(
            lambda: leader.get(f"/matters/{matter['id']}/progress")["closed"] == len(villages), "every village is told"
        )
        found = [officer.get(f"/placements/{id}") for officer, id in villages]
        closed = [p for p in found if p["status"] == "closed" and p["closing_code"] == notice["code"]]
        must({p["closing_reason"] for p in closed}, {reasons}, "reasons given to the villages")
        must(len(closed), len(villages), "villages whose placement ended with its paper")
        said = standing(Visitor(self.port, self.county).page(f"/v/{approval['code']}"))
        must(said, "今日状态：已撤销", "words of the verification page after the withdrawal")
        self.say(f"{len(closed)} villages are free of it; /v/{approval['code']}: {said}")
        return len(closed)

    def _histories(self, application: Json, matter: Json, villages: list[tuple[Visitor, int]]) -> int:
        """Number of entries in the histories of application, matter, papers and placements; each says who and why."""
        auditor = self.visitor("auditor")
        papers = auditor.get(f"/matters/{matter['id']}")["papers"]
        paths = [f"/applications/{application['id']}", f"/matters/{matter['id']}"]
        paths += [f"/documents/{paper['id']}" for paper in papers]
        entries = [entry for path in paths for entry in auditor.get(f"{path}/history")]
        entries += [entry for officer, id in villages for entry in officer.get(f"/placements/{id}/history")]
        silent = [entry for entry in entries if not (entry["by"] and entry["at"] and entry["reason"])]
        must(silent, [], "history entries that do not say who, when and why")
        self.say(f"{len(entries)} history entries say who did what, when and why")
        return len(entries)


def placement_of(officer: Visitor) -> int:
    """The one placement that waits for this officer, once it has been delivered."""
    until(lambda: officer.get("/placements?status=notified")["total"] == 1, f"{officer.host} is told")
    return int(officer.get("/placements?status=notified")["items"][0]["id"])

"""Random years of drafting and publishing, followed by a model that is too simple to be wrong."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.lists import comparing, queries
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.tests.ways import LAW, taken_over

BEGUN = date(2026, 1, 1)
TITLES = ("招商引资", "协税护税", "拆迁", "行政执法", "报刊订阅")
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from([*TITLES, "改名甲", "改名乙"]),
        "legal_basis": st.sampled_from([LAW, "《甲法》第一条", "《甲法》第二条；《乙法》第九条"]),
        "village_duty": st.sampled_from(["", "及时报告", "不得承担"]),
        "title_bo": st.sampled_from(["", "ཁྲིམས།"]),
        "applies_to": st.lists(st.sampled_from(Village.Kind.values), unique=True),
        "seq": st.integers(1, 9),
        "object_types": st.sampled_from([[], ["ledger"], ["app", "survey"]]),
        "keywords": st.sampled_from([[], ["招商 任务"]]),
        "category": st.sampled_from(["", "经济"]),
    },
)
PLACE = st.integers(0, 9)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(TITLES), VALUES),
        st.tuples(st.just("add"), st.sampled_from(TITLES), st.just({})),
        st.tuples(st.just("change"), PLACE, VALUES),
        st.tuples(st.sampled_from(["remove", "restore"]), PLACE, st.none()),
        st.tuples(st.just("publish"), st.integers(1, 400), st.none()),
        st.tuples(st.just("publish"), st.integers(1, 3), st.none()),
        st.tuples(st.just("give up"), st.none(), st.none()),
    ),
    min_size=6,
    max_size=22,
)
Row = dict[str, Any]
KEPT = ("code", *comparing.COMPARED)


class In(Protocol):
    def __call__(self) -> AbstractContextManager[None]: ...


@dataclass
class Years:
    """The list as it is, and as the model has it: by day of effect, what each published edition held."""

    draft: Edition | None = None
    day: date = BEGUN
    editions: list[tuple[date, Edition, dict[str, Row]]] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    def act(self, name: str, what: Any, values: Row | None) -> None:
        draft = self.draft = self.draft or drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
        if name == "give up":
            draft.status = Edition.Status.DISCARDED
            draft.record(actor=SYSTEM, reason="作废")
            self.draft = None
        elif name == "publish":
            self._publish(draft, what)
        else:
            self._edit(draft, name, what, values or {})

    def _edit(self, draft: Edition, name: str, what: Any, values: Row) -> None:
        rows = list(draft.entries.order_by("pk"))
        try:
            with transaction.atomic():
                if name == "add":
                    data = {"title": what, "legal_basis": LAW, **values}
                    made = drafting.add_entry(draft, data, reason="新列", actor=SYSTEM)
                    assert made.code not in self.codes, "a code is given once"
                    self.codes.add(made.code)
                elif rows and name == "change":
                    drafting.change_entry(rows[what % len(rows)], values, reason="修订", actor=SYSTEM)
                elif rows:
                    act = drafting.remove_entry if name == "remove" else drafting.restore_entry
                    act(rows[what % len(rows)], reason="调整", actor=SYSTEM)
        except DomainError as error:
            if error.code != "listed_already":
                raise

    def _publish(self, draft: Edition, days: int) -> None:
        self.day += timedelta(days=days)
        taken_over(draft, self.day)
        self.editions.append((self.day, draft, rows_of(Entry.objects.filter(edition=draft, removed=False))))
        self.digests[draft.pk] = digest(draft)
        self.draft = None


def rows_of(entries: Iterable[Entry]) -> dict[str, Row]:
    return {entry.code: {name: getattr(entry, name) for name in KEPT} for entry in entries}


def digest(edition: Edition) -> str:
    """Of every row of the edition, its bases and its histories; of its own row all but its end."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select md5(string_agg(part, '|' order by part)) from (
                select (to_jsonb(d) - 'ends_on' - 'version')::text part from lists_edition d where d.id = %(id)s
                union all select e::text from lists_entry e where e.edition_id = %(id)s
                union all select h::text from lists_historicalentry h where h.edition_id = %(id)s
                union all select b::text from lists_entry_bases b join lists_entry e on e.id = b.entry_id
                    where e.edition_id = %(id)s) parts
            """,
            {"id": edition.pk},
        )
        return str(cursor.fetchone()[0])


def applied(found: comparing.Difference, old: dict[str, Row]) -> dict[str, Row]:
    """`old` with the difference carried out, by what it says alone."""
    rows = {code: dict(row) for code, row in old.items()}
    for entry in found.removed:
        del rows[entry.code]
    rows |= rows_of(found.added)
    for one in found.changed:
        for change in one.fields:
            assert change.old == comparing.shown(one.old, change.name)
            assert change.new == comparing.shown(one.new, change.name)
            rows[one.old.code][change.name] = getattr(one.new, change.name)
    return rows


@pytest.mark.clause("3.2a", "3.2b")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=ACTS)
def test_whatever_is_done_each_day_has_its_edition_and_each_edition_stays(in_county: In, acts: list[Any]) -> None:
    """Rules L-01, L-02 and L-08: as-of is the edition in force, editions stay, differences lead from one to the next.

    Editions take effect in a row, a day or a year apart; the last are scheduled ones, as seen from before.
    """
    with in_county(), transaction.atomic():
        years = Years()
        for name, what, values in acts:
            years.act(name, what, values)
        as_of_is_the_edition_in_force(years)
        differences_lead_from_one_to_the_next(years)
        assert {edition.pk: digest(edition) for _day, edition, _rows in years.editions} == years.digests
        assert [e.number for _day, e, _rows in years.editions] == list(range(1, len(years.editions) + 1))
        transaction.set_rollback(True)


def as_of_is_the_edition_in_force(years: Years) -> None:
    days = {day + timedelta(days=step) for day, *_rest in years.editions for step in (-1, 0, 1)}
    for day in sorted(days | {date(2000, 1, 1), date(2199, 12, 31)}):
        begun = [one for one in years.editions if one[0] <= day]
        found = queries.list_on(ListKind.NEGATIVE, day)
        assert rows_of(found["entries"]) == (begun[-1][2] if begun else {}), day
        assert found["edition"] == (begun[-1][1] if begun else None), day


def differences_lead_from_one_to_the_next(years: Years) -> None:
    """From any edition to any later one, and back."""
    for _day, old, before in years.editions:
        for _later, new, after in years.editions:
            assert applied(comparing.between(old, new), before) == after
    for (_day, old, before), (_later, new, after) in zip(years.editions, years.editions[1:], strict=False):
        told = comparing.between(old, new)
        differing = {code for code in before.keys() | after.keys() if before.get(code) != after.get(code)}
        named = {e.code for e in (*told.removed, *told.added)} | {one.new.code for one in told.changed}
        assert named == differing <= told.reasons.keys(), "every difference says why"

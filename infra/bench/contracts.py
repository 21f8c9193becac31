"""What contracts cost: the score of a large one, and a department's list over the townships of a province."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils import timezone

from infra.bench import floors, world
from infra.bench.pages import backend, fetched, logged_in
from infra.bench.rows import Row, against, cpu_with, in_turn
from zhunru.contracts.models import Clause, Contract, Deliverable, Period
from zhunru.contracts.services import assessing, opening
from zhunru.core.actors import SYSTEM
from zhunru.core.history import create_many
from zhunru.demo import deals
from zhunru.demo.budgets import create_budgets
from zhunru.demo.county import create_county
from zhunru.demo.courses import Course
from zhunru.demo.people import create_accounts
from zhunru.divisions.models import County, Township, Village
from zhunru.tenancy.context import county_context, nobody_context, township_context

CLAUSES, RECORDS = 60, 5_000
MEASURES = (("count", "80"), ("boolean", ""), ("deadline", ""), ("sample", ""), ("ratio", "80"))
BELOW = {"actual": "70", "reason": "量测：未达到目标"}
KINDS = ("service_content", "quantity", "quality")
LIST = f"/api/purchase/contracts?limit={floors.SHOWN}"


def _clause(number: int) -> deals.Clause:
    """One of the sixty; with the last their weights come to 100."""
    measure, target = MEASURES[number % len(MEASURES)]
    weight = "1.6" if number else "5.6"
    more = {"target": target, "unit": "次", "grace_days": "10" if measure == "deadline" else "", "weight": weight}
    return deals.own(
        KINDS[number % len(KINDS)], _heading(number), f"量测第{number}项服务，按约定完成。", measure, **more
    )


def _heading(number: int) -> str:
    return f"量测条款{number}"


DEAL = deals.Deal(
    department="water", township=0, village=0, subject="量测渠道日常管护", content="管护渠道，清理杂草和淤泥。",
    service_code="C09010100", project="农村供水管护购买服务（演示）", price=30_000, starts=0, ends=30,
    periods=(("第一期", 0, 30),), instalments=(("服务费", 1, 100),), own=tuple(map(_clause, range(CLAUSES))),
)  # fmt: skip


def fill() -> None:
    """The demo's county, and in its first township a contract with all its records, judged. As the owner."""
    with county_context():
        create_county()
        create_accounts()
        create_budgets()
        course = Course(DEAL, Village.objects.select_related("township").order_by("code")[0])
        course.write(timezone.localdate())
        course.offer()
        course.sign()
        with course.there():
            _record(course.contract)
        course.judge(1, {_heading(number): BELOW for number in range(0, CLAUSES, len(MEASURES))})


def _record(contract: Contract) -> None:
    """So many confirmed records, spread over the clauses."""
    clauses = list(Clause.objects.filter(terms__contract=contract, heading__startswith="量测").order_by("number"))
    done = {"contract": contract, "department_id": contract.purchaser_id, "done_on": timezone.localdate()}
    rows = [
        Deliverable(**done, clause=clauses[i % CLAUSES], quantity=Decimal(1), status=Deliverable.Status.CONFIRMED)
        for i in range(RECORDS)
    ]
    create_many(Deliverable, rows, actor=SYSTEM, reason="量测")


def score() -> Row:
    """The score and what stands beside each clause, against one statement that reckons both from the same rows."""
    with nobody_context():
        township = Township.objects.order_by("no")[0]
    with township_context(township):
        period = Period.objects.get()

        def ours() -> object:
            told = assessing.assessment(period)
            return str(told.score if told else None), sum(one.records for one in opening.work_of(period).values())

        def floor() -> object:
            with connection.cursor() as cursor:
                cursor.execute(_SCORE, {"period": period.pk})
                found, records = cursor.fetchone()
                return str(found), sum(one["records"] for one in records)

        if not ours() == floor() == ("97.10", RECORDS):
            raise RuntimeError(f"the two scores differ: {ours()} {floor()}")
        cost, bare = in_turn(ours, floor, rounds=15, batch=5, clock=cpu_with(backend()))
    name = f"score of a contract with {CLAUSES} clauses and {RECORDS} records (floor: one SQL aggregate)"
    return against(name, cost, bare, unit="ms CPU", at_most=5)


def spread(townships: int, total: int) -> None:
    """Facts of `total` contracts of one department, spread over so many townships. As the owner."""
    with county_context():
        known = set(Township.objects.filter(no__gte=world.FIRST_NO).values_list("no", flat=True))
        for no in range(world.FIRST_NO, world.FIRST_NO + townships):
            if no not in known:
                world.register(no)
    today = timezone.localdate()
    values: dict[str, Any] = {
        "townships": townships, "first": world.FIRST_NO, "total": total, "today": today,
        "late": today - timedelta(days=20), "soon": today + timedelta(days=20),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("truncate purchases_contractfact, purchases_instalmentfact")
        cursor.execute(_VILLAGES, values)
        cursor.execute(_CONTRACTS, values)
        cursor.execute(_INSTALMENTS, values)
        cursor.execute("analyze purchases_contractfact, purchases_instalmentfact, divisions_village")


def listed() -> list[float]:
    """The department's list as its clerk asks for it, log-in and all, and its floor: CPU of each in ms."""
    with nobody_context():
        host = County.objects.get().host
    client, floor = logged_in(host, "water-clerk"), floors.page_of("contracts")

    def bare() -> bytes:
        with county_context():
            return floor()

    ours, least = json.loads(fetched(client, LIST)), json.loads(bare())
    shown, due = ([(row["id"], row["late"]) for row in page["items"]] for page in (ours, least))
    if shown != due or ours["total"] != least["total"]:
        raise RuntimeError("the list of contracts and its floor show different rows")
    return in_turn(lambda: fetched(client, LIST), bare, rounds=15, batch=5, clock=cpu_with(backend()))


_SCORE = """
    with judged as (
        select c.weight, case c.measure
            when 'boolean' then v.done::int
            when 'deadline' then greatest(0, 1 - v.days_late::numeric / c.grace_days)
            when 'sample' then v.passed::numeric / v.sampled
            else least(1, v.actual / c.target) end as result
        from contracts_verdict v join contracts_clause c on c.id = v.clause_id join contracts_period p
            on p.id = v.period_id and p.round = v.round
        where p.id = %(period)s and c.side = 'provider' and v.not_applicable = '')
    select (select round(sum(weight * result) * 100 / sum(weight), 2) from judged), (
        select json_agg(w) from (
            select c.number, sum(d.quantity) as delivered, count(*) as records
            from contracts_deliverable d join contracts_clause c on c.id = d.clause_id
                join contracts_period p on p.contract_id = d.contract_id
            where p.id = %(period)s and d.status = 'confirmed' and d.done_on between p.from_on and p.to_on
            group by c.number) w)
"""
_VILLAGES = """
    insert into divisions_village (code, name, kind, township_id)
    select t.code || lpad(n::text, 3, '0'), '量测' || n || '村', 'village', t.id
    from divisions_township t, generate_series(1, 12) n where t.no >= %(first)s
    on conflict (code) do nothing
"""
_CONTRACTS = """
    insert into purchases_contractfact (id, tenant_no, village_id, department_id, number, subject, service_code, status,
        price, original_price, accepted, paid, signed_on, starts_on, ends_on, procurement_law)
    select (t.no::bigint << 36) + i, t.no, v.id, d.id, '量测购〔2026〕' || i || '号', '渠道日常管护' || i, 'C09010100',
        case when i %% 3 = 0 then 'completed' else 'performing' end, 12000, 12000, 6000, 6000,
        date '2026-01-01' + i %% 300, date '2026-01-01' + i %% 300, date '2026-12-31', false
    from generate_series(1, %(total)s) i
    join lateral (select %(first)s + i %% %(townships)s as no) s on true
    join divisions_township t on t.no = s.no
    join divisions_village v on v.code = t.code || lpad((1 + i / %(townships)s %% 12)::text, 3, '0')
    join accounts_organisation d on d.short_name = '水务局'
"""
_INSTALMENTS = """
    insert into purchases_instalmentfact (id, tenant_no, contract_id, department_id, no, status, due_on, amount,
        approved, paid, paid_on)
    select (c.tenant_no::bigint << 36) + 2 * (c.id & ((1::bigint << 36) - 1)) + n, c.tenant_no, c.id, c.department_id,
        n, case when n = 1 then 'arrived' else 'due' end,
        case when c.id %% 50 = 0 then %(late)s::date else %(soon)s::date end, 6000, 6000,
        case when n = 1 then 6000 else 0 end, case when n = 1 then %(late)s::date end
    from purchases_contractfact c, generate_series(1, 2) n
"""
"""One of two is paid; of fifty contracts one waits for the other too long."""

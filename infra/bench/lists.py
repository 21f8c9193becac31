"""What it costs to read a list as of a day: 300 entries, 200 editions behind them."""

import json

from django.db import connection
from psycopg.sql import SQL

from infra.bench.pages import backend, fetched, logged_in
from infra.bench.rows import Row, against, cpu_with, in_turn
from zhunru.divisions.models import County
from zhunru.tenancy.context import county_context, nobody_context

ENTRIES, EDITIONS = 300, 200
DAY = "2099-01-01"
"""The last of the made-up editions holds; they take effect month by month from 2030 on."""


def fill() -> None:
    """Draft, fill and publish the statutory list so many times, within the triggers. As the owner."""
    values = {"entries": ENTRIES}
    with connection.cursor() as cursor:
        cursor.execute(_LAWS, values)
        cursor.execute(_END)
        for number in range(1, EDITIONS + 2):
            cursor.execute(_DRAFT)
            values["edition"], values["before"] = cursor.fetchone()
            cursor.execute(_FIRST if number == 1 else _COPY, values)
            cursor.execute(_BASES, values)
            values["months"] = number - 1
            cursor.execute(_SUCCEED, values)
            cursor.execute(_PUBLISH, values)
        cursor.execute("analyze lists_edition, lists_entry, lists_entry_bases, lists_legalbasis")


def as_of() -> Row:
    """The route, log-in and all, against the bare view that hands out the text of json_agg."""
    with nobody_context():
        host = County.objects.get().host
    client = logged_in(host, "clerk")

    def ours() -> bytes:
        return fetched(client, f"/api/lists/statutory/on/{DAY}")

    told, least = json.loads(ours()), json.loads(_floor())
    if len(told["entries"]) != ENTRIES or told["edition"]["entry_count"] != ENTRIES:
        raise RuntimeError(f"the list holds {len(told['entries'])} entries")
    if [(one["code"], len(one["bases"])) for one in told["entries"]] != [
        (one["code"], len(one["bases"])) for one in least["entries"]
    ]:
        raise RuntimeError("the route and its floor show different rows")
    cost, bare = in_turn(ours, _floor, rounds=15, batch=5, clock=cpu_with(backend()))
    name = f"a list of {ENTRIES} entries as of a day, {EDITIONS} editions behind it"
    return against(name, cost, bare, unit="ms CPU", at_most=5)


def _floor() -> bytes:
    with county_context(), connection.cursor() as cursor:
        cursor.execute(_AS_OF, {"day": DAY})
        return str(cursor.fetchone()[0]).encode()


_TEXTS = SQL("""
    '事项类别' || i %% 12, '第' || i || '项法定职责：组织开展宣传教育并及时报告有关情况', 'dyflzz',
    '发现有关情况的，及时劝阻并向乡（镇）人民政府报告；协助核实情况，组织村（居）民参加宣传和演练。',
    '主管部门' || i %% 20, '公安部门、民政部门', '《量测法》第' || i || '条；《量测条例》第' || i || '条'
""")
_LAWS = """
    insert into lists_legalbasis (document, document_number, article, version, quotation)
    select document, '', '第' || i || '条', '2024-01-01', '村（居）民委员会应当协助做好有关工作。'
    from generate_series(1, %(entries)s) i, unnest(array['量测法', '量测条例']) document
"""
_END = """
    update lists_edition set ends_on = '2030-01-01'
    where kind = 'statutory' and status = 'published' and ends_on is null
"""
_DRAFT = """
    insert into lists_edition (version, kind, status, note, based_on_id, resolution_number, decided_by,
                               document_number)
    select 1, 'statutory', 'draft', '', (select id from lists_edition where kind = 'statutory' and status = 'published'
                                         order by number desc limit 1), '', '', ''
    returning id, based_on_id
"""
_COLUMNS = SQL("""
    version, kind, seq, category, title, initials, village_duty, lead_department, supporting_departments, legal_basis,
    title_bo, village_duty_bo, basis_version, applies_to, funding, remark, deviation, deviation_reason, matter_code,
    change_reason, removed, object_types, departments, keywords, outright, source_url, completeness
""")
_FIRST = SQL("""
    insert into lists_entry (edition_id, code, {columns})
    select %(edition)s, 'S-' || 1000 + i, 1, 'statutory', i, {texts}, '', '', '', '{{}}', '', '', false, '', '', '',
           false, '{{}}', '{{}}', '{{}}', false, '', ''
    from generate_series(1, %(entries)s) i
""").format(columns=_COLUMNS, texts=_TEXTS)
_COPY = SQL("""
    insert into lists_entry (edition_id, code, {columns})
    select %(edition)s, code, {columns} from lists_entry where edition_id = %(before)s
""").format(columns=_COLUMNS)
_BASES = """
    insert into lists_entry_bases (entry_id, legalbasis_id)
    select e.id, b.id from lists_entry e
    join lists_legalbasis b on b.article = '第' || e.seq || '条' and b.document in ('量测法', '量测条例')
    where e.edition_id = %(edition)s
"""
_SUCCEED = """
    update lists_edition set ends_on = date '2030-01-01' + make_interval(months => %(months)s)
    where id = %(before)s and ends_on is null
"""
_PUBLISH = """
    update lists_edition set status = 'published', number = (select max(number) + 1 from lists_edition
            where kind = 'statutory'), document_number = '量测' || id || '号', published_on = '2029-12-01',
        effective_on = date '2030-01-01' + make_interval(months => %(months)s)
    where id = %(edition)s
"""
_AS_OF = """
    select json_build_object('edition', to_json(d), 'entries', (
        select json_agg(e) from (
            select e.*, (select json_agg(b) from lists_legalbasis b join lists_entry_bases l on l.legalbasis_id = b.id
                          where l.entry_id = e.id) as bases
            from lists_entry e where e.edition_id = d.id and not e.removed order by e.seq, e.id) e))::text
    from lists_edition d
    where d.kind = 'statutory' and d.status = 'published' and d.effective_on <= %(day)s
        and (d.ends_on is null or d.ends_on > %(day)s)
"""

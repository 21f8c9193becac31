"""Taking over a county's official divisions: the county, its townships (each a tenant) and its villages."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from pypinyin import lazy_pinyin

from zhunru.core.tables import Faults, Report, checked
from zhunru.divisions.files import CountyFile, Division, read_county
from zhunru.divisions.models import County, Domain, Township, Village
from zhunru.divisions.townships import found_township
from zhunru.tenancy import register

COMMUNITY_ENDINGS = ("居委会", "居民委员会", "社区")
TOWNSHIP_ENDING = re.compile(r"(镇|乡|街道|街道办事处)$")


@transaction.atomic
def import_divisions(
    path: Path, *, county: str, host: str, base_domain: str, end_missing_on: date | None = None
) -> Report:
    """Bring the registers to what `path` says about `county`; a second run changes nothing.

    The county works at `host`, a township at `<pinyin of its name>.<base_domain>`. A village that the file no longer
    holds is ended on `end_missing_on` if that is given. Needs the owner's rights and a current template.
    Raises TableError with every fault; nothing is kept then.
    """
    with checked() as faults:
        found = read_county(path, county, faults)
        _refuse_second_county(county, path, faults)
        _refuse_ended_townships(found, faults)
    report = Report()
    place = _take_county(county, found.name, host, report)
    townships = _take_townships(found.townships, place, base_domain, report)
    _take_villages(found.villages, townships, report)
    _tell_missing(found, place, end_missing_on, report)
    register.forget()
    return report


def kind_of(name: str) -> Village.Kind:
    """A community is told by how its name ends; every other name, also one without an ending, is a village's."""
    return Village.Kind.COMMUNITY if name.endswith(COMMUNITY_ENDINGS) else Village.Kind.VILLAGE


def host_label(name: str, code: str, taken: Collection[str]) -> str:
    """The name in pinyin without its 镇, 乡 or 街道; where another township has that, the code follows."""
    bare = TOWNSHIP_ENDING.sub("", name) or name
    label = re.sub(r"[^a-z0-9]", "", "".join(lazy_pinyin(bare)).lower())[:40]
    return label if label and label not in taken else f"{label}{code}"


def _refuse_second_county(code: str, path: Path, faults: Faults) -> None:
    other = County.objects.exclude(code=code).first()
    if other:
        faults.add(path.name, 0, "code", _("本系统已用于%(name)s，不能再导入别的县（区）") % {"name": other.name})


def _refuse_ended_townships(found: CountyFile, faults: Faults) -> None:
    ended = set(Township.objects.filter(ended_on__isnull=False).values_list("code", flat=True))
    for division in found.townships:
        if division.code in ended:
            division.row.fault("code", _("乡镇 %(name)s 已停用，须先恢复") % {"name": division.name})


def _take_county(code: str, name: str, host: str, report: Report) -> County:
    county, is_new = County.objects.get_or_create(code=code, defaults={"name": name, "host": host})
    if is_new:
        report.new.append(_told(county))
    else:
        _change(county, {"name": name, "host": host}, report)
    return county


def _take_townships(found: list[Division], county: County, base_domain: str, report: Report) -> dict[str, Township]:
    codes = [division.code for division in found]
    known: dict[str, Township] = Township.objects.in_bulk(codes, field_name="code")
    for division in found:
        if division.code in known:
            _change(known[division.code], {"name": division.name}, report)
        else:
            host = _free_host(division, base_domain)
            known[division.code] = found_township(county, code=division.code, name=division.name, host=host)
            report.new.append(_told(known[division.code]))
    return known


def _free_host(division: Division, base_domain: str) -> str:
    hosts = [*Domain.objects.values_list("domain", flat=True), *County.objects.values_list("host", flat=True)]
    taken = {host.removesuffix(f".{base_domain}") for host in hosts}
    return f"{host_label(division.name, division.code, taken)}.{base_domain}"


def _take_villages(found: list[Division], townships: dict[str, Township], report: Report) -> None:
    known = Village.objects.in_bulk([division.code for division in found], field_name="code")
    new = []
    for division in found:
        values = {"name": division.name, "kind": kind_of(division.name), "ended_on": None}
        if division.code in known:
            _change(known[division.code], values, report)
        else:
            new.append(Village(code=division.code, township=townships[division.code[:9]], **values))
    Village.objects.bulk_create(new)
    report.new.extend(map(_told, new))


def _tell_missing(found: CountyFile, county: County, end_on: date | None, report: Report) -> None:
    codes = {division.code for division in [*found.townships, *found.villages]}
    for township in Township.objects.filter(county=county, ended_on__isnull=True).exclude(code__in=codes):
        report.missing.append(_told(township))
    for village in Village.objects.filter(township__county=county, ended_on__isnull=True).exclude(code__in=codes):
        report.missing.append(_told(village))
        if end_on:
            _change(village, {"ended_on": end_on}, report)


def _change(obj: County | Township | Village, values: Mapping[str, object], report: Report) -> None:
    """Set `values` on the row where they differ, and put it into the report."""
    changes = [name for name, value in values.items() if getattr(obj, name) != value]
    if not changes:
        report.unchanged += 1
        return
    for name in changes:
        setattr(obj, name, values[name])
    obj.save(update_fields=changes)
    report.changed.append(_told(obj))


def _told(obj: County | Township | Village) -> str:
    return f"{obj.code} {obj.name}"

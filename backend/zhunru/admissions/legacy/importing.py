"""Taking a table of existing matters over: looked at first, then committed once, however often that is asked."""

from collections import defaultdict
from datetime import date

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions.legacy.judging import Existing, judge
from zhunru.admissions.legacy.table import columns
from zhunru.admissions.models import LegacyImport, Matter
from zhunru.admissions.services.founding import LETTERS
from zhunru.configuration import queries as configuration
from zhunru.core import history
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.divisions.models import County
from zhunru.files import sheets
from zhunru.files.checks import Checked
from zhunru.files.sheets import Preview
from zhunru.notices import services as notices

NAMED = 20
"""Titles that a notice names."""


def may_import(actor: Actor) -> None:
    """The office that keeps the matters takes over the old ones, too."""
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以导入存量事项"))


def begin(file: Checked, *, actor: Actor) -> tuple[Preview, list[Existing]]:
    """Step one: the file is kept, read and judged. RefusedError (422, `file`) when it cannot be read at all."""
    may_import(actor)
    preview = sheets.begin(COUNTY, file, columns())
    return preview, judge(preview)


def resume(sha256: str, *, actor: Actor) -> tuple[Preview, list[Existing]]:
    """The file of step one, read and judged again. DomainError `file_missing` where there is none."""
    may_import(actor)
    preview = sheets.resume(COUNTY, sha256, columns())
    return preview, judge(preview)


def term(today: date) -> date:
    """Until when what is taken over today must be admitted anew."""
    day: date = today + relativedelta(months=configuration.current().values.readmission_months)
    return day


def commit(sha256: str, *, actor: Actor, today: date) -> LegacyImport:
    """Step two: all rows or none, once for each file. A repeated call gives the first import.

    Raises DomainError `faulty` while there is a fault, `file_missing`, NotAllowedError.
    """
    may_import(actor)
    if known := _taken_over(sha256):
        return known
    preview, found = resume(sha256, actor=actor)
    try:
        if preview.faults:
            raise _faulty(len(preview.faults))
        with transaction.atomic():
            return _take_over(sha256, found, actor=actor, today=today)
    except (DomainError, IntegrityError) as error:  # somebody was faster, with this file or with one of its matters
        if known := _taken_over(sha256):
            return known
        raise error if isinstance(error, DomainError) else _faulty(1) from error


def _taken_over(sha256: str) -> LegacyImport | None:
    found: LegacyImport | None = LegacyImport.objects.filter(sha256=sha256).first()
    return found


def _faulty(count: int) -> DomainError:
    return DomainError("faulty", _("表格还有 %(n)s 处错误，请改正后重新上传") % {"n": count}, faults=count)


def _take_over(sha256: str, found: list[Existing], *, actor: Actor, today: date) -> LegacyImport:
    made = LegacyImport(
        sha256=sha256, rows=len(found), readmit_by=term(today), imported_by_id=actor.person, imported_at=timezone.now()
    )
    made.record(actor=actor, reason=gettext_lazy("导入存量事项"))
    county = County.objects.get().code
    with translation.override(settings.LANGUAGE_CODE):
        rows = [
            _matter(one, made, f"{county}-{LETTERS[one['object_type']]}-C{made.pk}-{n:03d}")
            for n, one in enumerate(found, 1)
        ]
        history.create_many(Matter, rows, actor=actor, reason=_("导入存量事项"))
    _tell(found, made.readmit_by)
    return made


def _matter(one: Existing, made: LegacyImport, code: str) -> Matter:
    if one.department is None:
        raise ValueError("a row without its department has a fault")
    basis = {
        "document": one["document"],
        "article": one["article"],
        "version": _iso(one["version"]),
        "quotation": "",
        "level": "",
    }
    matter = Matter(
        code=code,
        department=one.department,
        object_type=one["object_type"],
        title=one["title"],
        village_duty=one["village_duty"],
        legal_bases=[basis] if one["document"] else [],
        frequency=one["frequency"],
        person_days=one["person_days"],
        funding_amount=one["funding"],
        budget_line=one["budget_line"],
        scope=one.scope,
        starts_on=one["starts_on"],
        readmit_by=made.readmit_by,
        legacy=True,
        legacy_import=made,
        status=Matter.Status.LEGACY,
    )
    if one["remark"]:
        matter._change_reason = _("导入存量事项；备注：%(remark)s") % {"remark": one["remark"]}
    return matter


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _tell(found: list[Existing], readmit_by: date) -> None:
    """Each department learns which of its matters are known, and by when it must apply for them."""
    titles: dict[int, list[str]] = defaultdict(list)
    for one in found:
        if one.department:
            titles[one.department.pk].append(one["title"])
    for department, named in titles.items():
        with translation.override(settings.LANGUAGE_CODE):
            said = {"n": len(named), "day": readmit_by.isoformat()}
            title = _("已登记本部门存量事项 %(n)s 项，须于 %(day)s 前重新申请准入") % said
            rest = _("等 %(n)s 项") % {"n": len(named)} if len(named) > NAMED else ""
        notices.tell_department(
            department, effect="told", title=title, text="、".join(named[:NAMED]) + rest, page="legacy"
        )

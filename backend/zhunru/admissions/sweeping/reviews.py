"""What is looked at again: bases that have ended (A-29), the yearly review (A-27), petitions to leave (A-26)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zhunru.accounts.models import Organisation
from zhunru.admissions import basis_review, proposals, telling
from zhunru.admissions.announcing import NAMED_BY, by_department, is_first, named
from zhunru.admissions.models import Matter
from zhunru.admissions.sweeping.rows import Tally, alone, each
from zhunru.configuration import queries as configuration
from zhunru.divisions.models import Township
from zhunru.divisions.queries import townships_in_use
from zhunru.lists import reviewing
from zhunru.lists.models import Entry, LegalBasis
from zhunru.notices import services as notices
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock
from zhunru.workdays.names import ClockName

# --- bases that have ended ---


def review_bases(today: date) -> Tally:
    """Rule A-29: the clock runs while an ended basis stands in the matter; of each ended basis it is told once."""

    def act(matter: Matter) -> bool:
        ended = basis_review.ended_of(matter, today)
        if basis_review.is_over(matter, today):
            return False
        began = basis_review.begin(matter, today)
        new = [basis for basis in ended if is_first(matter, basis_review.topic_of(basis), today)]
        if new:
            _tell_of_basis(matter, new)
        return began or bool(new)

    begun = each(Matter.objects.filter(pk__in=basis_review.resting_on_ended(today)), act)
    return begun + _end_reviews(today)


def _end_reviews(today: date) -> Tally:
    runs = Clock.objects.filter(subject=Matter._meta.label_lower, name=ClockName.BASIS_REVIEW, met_on=None)

    def act(matter: Matter) -> bool:
        if not basis_review.is_over(matter, today):
            return False
        clocks.stop(matter, ClockName.BASIS_REVIEW, on=today)
        return True

    return each(Matter.objects.filter(pk__in=runs.values("subject_id")), act)


def _tell_of_basis(matter: Matter, ended: list[basis_review.Basis]) -> None:
    said: dict[str, Any] = {
        "effect": "due",
        "title": _("准入依据已废止或变更，须复核：%(title)s（%(code)s）")
        % {"title": matter.title, "code": matter.code},
        "text": _("；").join(f"《{document}》{article}" for document, article in ended),
        "page": "matters",
        "object_id": matter.pk,
    }
    notices.tell_department(matter.department_id, **said)
    telling.tell_office(**said)


# --- the same for entries of the lists ---


def review_entries(today: date) -> Tally:
    """Rule A-29 for what the lists hold: until the next edition rests on what holds, or no longer holds it."""

    def act(entry: Entry) -> bool:
        began = reviewing.begin(entry, today)
        new = [one for one in reviewing.ended_of(entry, today) if is_first(one, f"entry:{entry.code}", today)]
        if new:
            _tell_of_entry(entry, new)
        return began or bool(new)

    begun = each(reviewing.resting_on_ended(today), act)
    return begun + _end_reviews_of_entries(today)


def _end_reviews_of_entries(today: date) -> Tally:
    def act(entry: Entry) -> bool:
        if not reviewing.is_over(entry, today):
            return False
        clocks.stop(entry, ClockName.BASIS_REVIEW, on=today)
        return True

    return each(Entry.objects.filter(pk__in=reviewing.running().values("subject_id")), act)


def _tell_of_entry(entry: Entry, ended: list[LegalBasis]) -> None:
    title = _("清单事项依据已废止或变更，须复核：%(title)s（%(code)s）")
    telling.tell_office(
        effect="due",
        title=title % {"title": entry.title, "code": entry.code},
        text=_("；").join(f"{basis} → {basis.successor}" if basis.successor else str(basis) for basis in ended),
        page="lists",
        object_id=entry.pk,
    )


# --- the yearly review ---


def open_review(today: date) -> Tally:
    """Rule A-27: on the first day of the window every department hears which matters it is to confirm."""
    opens_on, closes_on = configuration.current().values.review_window(today.year)
    if not opens_on <= today <= closes_on:
        return Tally()
    due = by_department(proposals.unconfirmed(today.year).only(*NAMED_BY).order_by("pk"))
    departments = Organisation.objects.in_bulk(due)
    told = sum((_ask(departments[pk], matters, closes_on, today) for pk, matters in due.items()), Tally())
    return told + sum((_invite(township, closes_on, today) for township in townships_in_use()), Tally())


def _ask(department: Organisation, matters: list[Matter], closes_on: date, today: date) -> Tally:
    def act() -> bool:
        if not is_first(department, f"review:{today.year}", today):
            return False
        words = {"year": today.year, "n": len(matters), "on": closes_on}
        notices.tell_department(
            department.pk,
            effect="due",
            title=_("%(year)s 年度复核开始：请于 %(on)s 前逐项确认本部门 %(n)s 项事项") % words,
            text=named(matters),
            page="matters",
        )
        return True

    return alone(act, f"review of {department.pk}")


def _invite(township: Township, closes_on: date, today: date) -> Tally:
    """Townships and villages may say their word, too."""

    def act() -> bool:
        if not is_first(township, f"review:{today.year}", today):
            return False
        title = _("%(year)s 年度复核开始，%(on)s 前可对所承担的事项提出意见") % {"year": today.year, "on": closes_on}
        notices.tell(realm=township.schema_name, effect="told", title=title, page="placements")
        return True

    return alone(act, f"review in {township.schema_name}")


def close_review(today: date) -> Tally:
    """Rule A-27: what nobody confirmed is proposed to leave; one notice for each department, and to the office."""
    year = proposals.last_review(configuration.current().values, today)
    due = by_department(proposals.unconfirmed(year).only(*NAMED_BY).order_by("pk"))
    return sum((_propose(matters, year, today) for matters in due.values()), Tally())


def _propose(matters: list[Matter], year: int, today: date) -> Tally:
    department = matters[0].department

    def act() -> bool:
        if not is_first(department, f"unconfirmed:{year}", today):
            return False
        words = {"year": year, "name": department.name, "n": len(matters)}
        title = _("%(year)s 年度复核未确认，建议撤销：%(name)s，%(n)s 项") % words
        said: dict[str, Any] = {"effect": "due", "title": title, "text": named(matters), "page": "matters"}
        notices.tell_department(department.pk, **said)
        telling.tell_office(**said)
        return True

    return alone(act, f"unconfirmed matters of {department.pk}")


# --- petitions ---


def hear_petitions(today: date) -> Tally:
    """Rule A-26: enough villages want to be rid of it; the office is to decide, the department hears of it."""
    return sum((_hear(matter, today) for matter in proposals.petitioned()), Tally())


def _hear(matter: Matter, today: date) -> Tally:
    def act() -> bool:
        if not is_first(matter, f"petition:{matter.withdrawal_round}", today):
            return False
        said: dict[str, Any] = {
            "effect": "due",
            "title": _("村（社区）要求退出，请研究：%(title)s（%(code)s）")
            % {"title": matter.title, "code": matter.code},
            "text": _("提出要求的村（社区）已达到 %(n)s 个") % {"n": proposals.needed(matter)},
            "page": "matters",
            "object_id": matter.pk,
        }
        notices.tell_department(matter.department_id, **said)
        telling.tell_office(**said)
        return True

    return alone(act, f"petition on {matter.pk}")

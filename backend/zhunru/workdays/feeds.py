"""One's own deadlines for a calendar program, which has no session: the link itself is the key."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from zhunru.accounts.members import member_of
from zhunru.accounts.queries import held_by
from zhunru.core.actors import COUNTY, Actor
from zhunru.workdays import names, queries
from zhunru.workdays.models import Clock, Feed

SALT = "zhunru.workdays.feeds"
MOST = 500
REMINDED = timedelta(hours=-15)
"""Nine o'clock on the day before."""


@transaction.atomic
def renew(actor: Actor, today: date) -> str:
    """A new token for the deadlines of the actor in this role; whatever links the person had are dead."""
    key = secrets.token_urlsafe(24)
    Feed.objects.update_or_create(user_id=actor.person, defaults={"key": key})
    posts = held_by(actor.person, actor.realm, today)
    here = (actor.role, actor.organisation_id, actor.acts_for)
    post = next(p for p in posts if (p.role, p.organisation_id, p.stands_in_for_id) == here)
    return signing.dumps([actor.person, post.pk, key], salt=SALT)


def holder(token: str, today: date) -> Actor | None:
    """Whose token it is, if the person, the role and the key still hold today."""
    try:
        user_id, membership_id, key = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    feed = Feed.objects.filter(user_id=user_id).first()
    if feed is None or not constant_time_compare(feed.key, key):
        return None
    posts = [post for post in held_by(user_id, COUNTY, today) if post.pk == membership_id and post.user.is_active]
    return member_of(posts).actor if posts else None


def written(actor: Actor, host: str, now: datetime) -> bytes:
    """The actor's dated clocks as all-day events that a program knows again by their UID."""
    calendar = Calendar()
    calendar.add("prodid", "-//zhunru//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("准入事项办理时限"))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for clock in queries.mine(actor).filter(due_on__isnull=False)[:MOST]:
        calendar.add_component(_event(clock, host, now))
    return bytes(calendar.to_ical())


def _event(clock: Clock, host: str, now: datetime) -> Event:
    told = _("%(name)s到期：%(title)s") % {"name": names.label(clock.name), "title": clock.title}
    event = _filled(Event(), uid=f"clock-{clock.pk}@{host}", dtstamp=now, summary=told, transp="TRANSPARENT")
    assert clock.due_on is not None  # noqa: S101 - the query asks for it
    event.add("dtstart", clock.due_on)
    event.add("dtend", clock.due_on + timedelta(days=1))
    event.add_component(_filled(Alarm(), action="DISPLAY", description=told, trigger=REMINDED))
    return event


def _filled[C: (Event, Alarm)](component: C, **values: Any) -> C:
    for name, value in values.items():
        component.add(name, value)
    return component

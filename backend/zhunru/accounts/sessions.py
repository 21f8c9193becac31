"""Sessions that hold on one host only and end by themselves.

The row's `expire_date` is the moment at which idleness ends the session, never later than the longest
working day after log-in (`SESSION_COOKIE_AGE`). Each request puts it off, written at most once a minute.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, login
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from zhunru.accounts.models import Session, User

BEGAN = "began"
"""Key of the session's data: second of the log-in."""
WRITE_EVERY = timedelta(minutes=1)


class SessionStore(DatabaseStore):
    """Finds, writes and deletes sessions of one realm only; those of another host do not exist for it."""

    def __init__(self, session_key: str | None = None, *, realm: str = "") -> None:
        super().__init__(session_key)
        self.realm = realm
        self.expires_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(
            session_key=self.session_key, realm=self.realm, expire_date__gt=timezone.now()
        ).first()
        if found is None:
            self._session_key = None
            return None
        self.expires_at = found.expire_date
        return found

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        made = super().create_model_instance(data)
        cast(Session, made).realm = self.realm
        return made

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        Session.objects.filter(session_key=key, realm=self.realm).delete()

    def get_expiry_date(self, **_: Any) -> datetime:
        now = timezone.now()
        began = datetime.fromtimestamp(self.get(BEGAN, now.timestamp()), tz=UTC)
        longest = began + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        return min(longest, now + timedelta(seconds=settings.SESSION_IDLE_SECONDS))

    def touch(self) -> None:
        """Put off the idle log-out. A session deleted meanwhile stays deleted."""
        due = self.get_expiry_date()
        if self.expires_at and due - self.expires_at > WRITE_EVERY:
            Session.objects.filter(session_key=self.session_key, realm=self.realm).update(expire_date=due)


class RealmSessionMiddleware(SessionMiddleware):
    """Gives each request the session of its own host; `request.realm` comes from the host look-up."""

    def process_request(self, request: HttpRequest) -> None:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        request.session = SessionStore(key, realm=request.realm)  # type: ignore[attr-defined]

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session: SessionBase | None = getattr(request, "session", None)
        if isinstance(session, SessionStore) and session.accessed and not session.modified:
            session.touch()
        return super().process_response(request, response)


def begin(request: HttpRequest, user: User) -> None:
    """Log `user` in under a new key, and clear away what has run out in this realm."""
    login(request, user)
    request.session[BEGAN] = int(timezone.now().timestamp())
    Session.objects.filter(realm=user.realm, expire_date__lt=timezone.now()).delete()


def renew(request: HttpRequest, user: User) -> None:
    """After a change of password: this session goes on under a new key, every other one ends."""
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()

"""Routes about oneself and, for administrators, about the accounts of one's own realm."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Status

from zhunru.accounts import outputs, queries, rules, services
from zhunru.accounts.members import ROLE, Member, MemberRequest, key_of, recognise
from zhunru.accounts.models import Organisation, User
from zhunru.accounts.schemas import (
    MeOut,
    OrganisationOut,
    PasswordIn,
    RoleIn,
    UserChange,
    UserFilter,
    UserIn,
    UserOut,
    UserRow,
)
from zhunru.core import history
from zhunru.core.errors import NotAllowedError
from zhunru.core.pages import Page, page
from zhunru.core.routes import actor_of

router = Router(tags=["accounts"])


@router.get("/me", response=MeOut, operation_id="me")
def read_me(request: HttpRequest) -> MeOut:
    """Also sets the CSRF cookie that the client sends back on unsafe requests."""
    get_token(request)
    return outputs.me(_member(request))


@router.post("/me/role", response=MeOut, operation_id="choose_role")
def choose_role(request: HttpRequest, data: RoleIn) -> MeOut:
    """Act in another of one's own roles, or in a colleague's place, until log-out or the next choice."""
    wanted = key_of(data.role, data.stands_in_for)
    if wanted not in {post.key for post in _member(request).posts}:
        raise NotAllowedError("role_not_held", _("您没有这一角色"), field="role")
    request.session[ROLE] = wanted
    chosen = recognise(request)
    return outputs.me(cast(Member, chosen))


@router.get("/organisations", response=list[OrganisationOut], operation_id="list_organisations")
def list_organisations(request: HttpRequest) -> list[Organisation]:
    return list(queries.open_organisations())


@router.get("/users", response=Page[UserRow], operation_id="list_users")
def list_users(request: HttpRequest, asked: Query[UserFilter]) -> HttpResponse:
    actor = actor_of(request)
    rules.manages_accounts(actor, actor.realm)
    today = timezone.localdate()
    users = queries.filtered(queries.visible_to(actor), asked, today)
    return page(queries.with_posts(users, today), UserRow, asked, orderable={"username", "name", "is_active"})


@router.post("/users", response={201: UserOut}, operation_id="create_user")
def create_user(request: HttpRequest, data: UserIn) -> Status[UserOut]:
    actor, today = actor_of(request), timezone.localdate()
    user = services.open_account(data, actor=actor, today=today)
    return Status(201, outputs.user(user, today))


@router.get("/users/{int:id}", response=UserOut, operation_id="read_user")
def read_user(request: HttpRequest, id: Path[int]) -> UserOut:
    return outputs.user(_managed(request, id), timezone.localdate())


@router.patch("/users/{int:id}", response=UserOut, operation_id="change_user")
def change_user(request: HttpRequest, id: Path[int], data: UserChange) -> UserOut:
    actor, today = actor_of(request), timezone.localdate()
    user = services.change_user(_managed(request, id), data, actor=actor, today=today)
    return outputs.user(user, today)


@router.post("/users/{int:id}/password", response={204: None}, operation_id="reset_password")
def reset_password(request: HttpRequest, id: Path[int], data: PasswordIn) -> Status[None]:
    services.reset_password(_managed(request, id), data.password, actor=actor_of(request))
    return Status(204, None)


@router.get("/users/{int:id}/history", response=list[history.Entry], operation_id="user_history")
def read_history(request: HttpRequest, id: Path[int]) -> list[history.Entry]:
    """The account's changes together with those of its roles, newest first."""
    user = _managed(request, id)
    return history.entries(user, *user.memberships.all())


def _member(request: HttpRequest) -> Member:
    return cast(Member, cast(MemberRequest, request).member)


def _managed(request: HttpRequest, id: int) -> User:
    actor = actor_of(request)
    rules.manages_accounts(actor, actor.realm)
    return get_object_or_404(queries.visible_to(actor), pk=id)

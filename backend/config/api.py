"""What the two APIs have in common."""

from ninja import NinjaAPI, Router

from zhunru.accounts.auth import MemberAuth
from zhunru.core import problems


def build(title: str, name: str, routers: list[tuple[str, Router]]) -> NinjaAPI:
    """An API with our errors, our JSON and a member's session on every route."""
    api = NinjaAPI(
        title=title,
        version="1",
        urls_namespace=name,
        auth=MemberAuth(),
        docs_url=None,
        openapi_url=None,
        parser=problems.StrictParser(),
        renderer=problems.Renderer(),
    )
    problems.install(api)
    for prefix, router in routers:
        api.add_router(prefix, router)
    return api

"""The database engine: one message sets search path *and* role before anything else is said.

Two of the three locks between townships are here. The role makes PostgreSQL itself refuse other townships' schemas;
and a switch that fails raises, so that no statement ever runs in the place of whoever used the connection before.

Places: a township (`t_540522100`), the county (`county`), or nobody yet (None: may only read the register of hosts).
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django_tenants.postgresql_backend import base
from psycopg.pq import TransactionStatus

from zhunru.core.actors import COUNTY
from zhunru.tenancy.names import APP, OWNER, PUBLIC, checked_schema, is_township, schema_of


class DatabaseWrapper(base.DatabaseWrapper):  # type: ignore[misc]  # django-tenants has no types
    """A connection that stands in one realm, knows it, and proves it to the server."""

    search_path_set_schemas: list[str] | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.realm: str | None = None
        self._connecting = False
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._switch_first)

    @property
    def is_app(self) -> bool:
        """Whether the application's login is used; every other login works as the owner."""
        return bool(self.settings_dict["USER"] == APP)

    def set_realm(self, realm: str | None) -> None:
        """Stand in `realm` from the next statement on. Application code uses zhunru.tenancy.context instead."""
        self.set_schema(schema_of(realm))
        self.realm = realm

    def set_tenant(self, tenant: Any, include_public: bool = True) -> None:
        """django-tenants' way in; "public" means nobody, for only `set_realm` makes us the county.

        Unlike the original it writes nothing that threads share.
        """
        self.tenant = tenant
        self.schema_name = checked_schema(tenant.schema_name)
        self.include_public_schema = include_public
        self.realm = None if self.schema_name == PUBLIC else self.schema_name
        self.search_path_set_schemas = None

    def init_connection_state(self) -> None:
        """As the bare login: Django looks at the server and sets the time zone, which no other role may."""
        self._connecting = True
        try:
            super().init_connection_state()
        finally:
            self._connecting = False

    def _switch_first(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        """Before each statement, not only each cursor: a cursor may have been opened in another realm."""
        self._handle_search_path()
        return execute(sql, params, many, context)

    def _handle_search_path(self, cursor: Any = None) -> None:
        """Send the switch unless the server is known to have taken it.

        A SET reverts with the transaction that issued it: close, rollback and savepoint rollback make
        `search_path_set_schemas` None (django-tenants does that), and so does every call of set_realm.
        """
        del cursor  # the caller's cursor keeps its own state; the switch has one of its own
        if self.search_path_set_schemas is not None or self._connecting:
            return
        if self.connection is None:
            return  # the cursor is of a closed connection and says nothing any more
        if self.connection.info.transaction_status == TransactionStatus.INERROR:
            return  # the server refuses everything but the rollback, which makes us send the switch
        message = self._switch()
        with self.wrap_database_errors, self.connection.cursor() as own:
            own.execute(message)
        self.search_path_set_schemas = [self.schema_name]

    def _switch(self) -> str:
        """Both or neither: a message of two statements without parameters is one transaction."""
        with_public = self.include_public_schema and self.schema_name != PUBLIC
        path = f"{self.schema_name}, public" if with_public else self.schema_name
        return f"SET search_path = {path}; SET ROLE {self._role()}"

    def _role(self) -> str:
        if not self.is_app:
            return OWNER
        if self.realm is None:
            return "NONE"
        if self.realm == COUNTY or is_township(self.realm):
            return str(self.realm)
        raise ImproperlyConfigured(f"the application's login has no role in {self.realm!r}")

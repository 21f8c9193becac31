"""Routes of purchased services: `township` on a township's host, `county` on the county's."""

from ninja import Router

from zhunru.purchases.api import acts, catalogue, facts

township = Router()
township.add_router("/purchase", catalogue.router)
township.add_router("/purchase/clauses", catalogue.clauses)

county = Router()
county.add_router("/purchase", catalogue.router)
county.add_router("/purchase", acts.router)
county.add_router("/purchase", facts.router)

__all__ = ["county", "township"]

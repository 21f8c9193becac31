"""Routes of purchased services: `router` on both hosts, `county` on the county's."""

from ninja import Router

from zhunru.purchases.api import acts, catalogue, facts

router = Router()
router.add_router("/purchase", catalogue.router)

county = Router()
county.add_router("/purchase", acts.router)
county.add_router("/purchase", facts.router)

__all__ = ["county", "router"]

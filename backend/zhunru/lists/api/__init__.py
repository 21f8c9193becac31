"""Routes of the lists: `router` stands on both hosts, the others on one each.

An address that is read on both hosts and written on the county's is in both of the others: a router knows its
addresses whole.
"""

from ninja import Router

from zhunru.lists.api import bases, editions, entries, lists, papers, voices

router = Router()
router.add_router("/lists", lists.router)
router.add_router("/editions", editions.router)
router.add_router("/editions", voices.of_editions)
router.add_router("/editions", papers.router)
router.add_router("/entries", entries.router)
router.add_router("/legal-bases", bases.router)
router.add_router("/acknowledgements", voices.acknowledgements)

county_router = Router()
county_router.add_router("/lists", lists.county)
county_router.add_router("/editions", editions.county)
county_router.add_router("/editions", voices.county_of_editions)
county_router.add_router("/entries", entries.county)
county_router.add_router("/legal-bases", bases.county)
county_router.add_router("/comments", voices.county_comments)

township_router = Router()
township_router.add_router("/lists", lists.township)
township_router.add_router("/editions", editions.township)
township_router.add_router("/entries", entries.township)
township_router.add_router("/legal-bases", bases.township)

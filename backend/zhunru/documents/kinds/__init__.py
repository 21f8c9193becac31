"""Kinds of paper: a folder each, holding a declaration, its typed facts and its template.

To add one: a folder beside `approval` with `__init__.py` (a `Kind` named KIND) and `page.html`. It is found by itself
and has its name here: `kinds.APPROVAL`.
"""

from importlib import import_module
from pkgutil import iter_modules

from zhunru.documents.kinds.declaration import Kind

__all__ = ["CHOICES", "KINDS", "SLIPS", "Kind"]


def _found() -> list[Kind]:
    """What stands in the folders, by place."""
    folders = [module.name for module in iter_modules(__path__) if module.ispkg]
    return sorted((import_module(f"{__name__}.{name}").KIND for name in folders), key=lambda kind: kind.place)


_FOUND = _found()
KINDS: dict[str, Kind] = {kind.name: kind for kind in _FOUND if kind.series}
"""The kinds that are numbered, sealed and registered, in the order in which a filter lists them."""
SLIPS: dict[str, Kind] = {kind.name: kind for kind in _FOUND if not kind.series}
"""The kinds that are only drawn."""
CHOICES = [(kind.name, kind.label) for kind in KINDS.values()]


def __getattr__(name: str) -> Kind:
    """`APPROVAL`: the kind in the folder `approval`."""
    try:
        return (KINDS | SLIPS)[name.lower()]
    except KeyError:
        raise AttributeError(f"there is no kind of paper {name}") from None

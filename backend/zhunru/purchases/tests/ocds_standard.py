"""The standard's own checker, libcoveocds, over a package: offline, with the standard's archive at hand."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import requests
from django.conf import settings
from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig
from libcoveocds.schema import SchemaOCDS

VARIABLE = "OCDS_STANDARD_ZIP"
ADDRESS = "https://codeload.github.com/open-contracting/standard/zip/1__1__5"
FAULTS = (
    "validation_errors", "json_deref_error", "conformance_errors", "additional_closed_codelist_values",
    "all_additional_fields", "additional_checks", "deprecated_fields",
)  # fmt: skip
"""Errors of the schema, and what the standard advises against."""


def standard_archive() -> Path:
    """Where the environment says; else fetched once, and kept. Without either the test fails."""
    if named := os.environ.get(VARIABLE):
        if Path(named).is_file():
            return Path(named).absolute()
        pytest.fail(f"{VARIABLE} names {named}, and there is no such file", pytrace=False)
    kept: Path = settings.ROOT / "var" / "ocds" / "standard-1.1.5.zip"
    return kept if kept.is_file() else _fetched(kept)


def _fetched(kept: Path) -> Path:
    try:
        answer = requests.get(ADDRESS, timeout=60)
        answer.raise_for_status()
    except requests.RequestException as error:
        pytest.fail(
            f"Set {VARIABLE} to the archive of OCDS 1.1.5; it could not be fetched from {ADDRESS}: {error}",
            pytrace=False,
        )
    kept.parent.mkdir(parents=True, exist_ok=True)
    half = kept.with_suffix(f".{os.getpid()}")
    half.write_bytes(answer.content)
    half.replace(kept)
    return kept


def faults(package: dict[str, Any]) -> dict[str, Any]:
    """What libcoveocds has against a package, by kind; the network is closed while it looks."""
    archive = standard_archive()
    config = LibCoveOCDSConfig({"context": "api", "standard_zip": f"file://{archive}"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _no_network)
        patch.setattr(SchemaOCDS, "_jsonref_kwarg", staticmethod(_from(archive)))
        found = ocds_json_output(json_data=package, lib_cove_ocds_config=config)
    return {name: found[name] for name in FAULTS if found.get(name)}


def _no_network(*_asked: Any, **_named: Any) -> None:
    raise OSError("the check asks nobody")


def _from(archive: Path) -> Callable[..., dict[str, Any]]:
    """How libcoveocds 0.17 follows references, but into the archive.

    For records it asks the standard's site for the schema of versioned releases, also where an archive is named.
    """
    usual = SchemaOCDS._jsonref_kwarg

    def read(uri: str) -> Any:
        with ZipFile(archive) as held:
            (name,) = (name for name in held.namelist() if name.endswith("/schema/" + uri.rpartition("/")[2]))
            return json.loads(held.read(name))

    return lambda **asked: usual(**asked) | {"loader": read}

"""Every act at a village's counter: asked for, and approved, refused or cancelled."""

from zhunru.certificate_types.imports import load_certificate_types
from zhunru.certificates.tests.counter import DATA
from zhunru.demo.tests.recorder import Recorder
from zhunru.tenancy.context import county_context


def certifying(r: Recorder) -> None:
    with county_context():
        load_certificate_types(DATA)
    for name, step in (("officer", "approve"), ("officer", "refuse"), ("village", "cancel")):
        made = r.act("village", "certificate_create")
        r.act(name, f"certificate_{step}", made["id"])

"""Bare pages on the county's host: published contracts, for people and for machines."""

from django.urls import path, register_converter

from zhunru.purchases import public_views


class OcidConverter:
    """A number as the standard writes it: the publisher's prefix, then its own number of the contract."""

    regex = r"ocds-[a-z0-9]{6}-[A-Za-z0-9-]{1,40}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(OcidConverter, "ocid")

urlpatterns = [
    path("ocds", public_views.index, name="published_contracts"),
    path("ocds/releases.json", public_views.all_releases, name="ocds_releases"),
    path("ocds/records.json", public_views.all_records, name="ocds_records"),
    path("ocds/<ocid:ocid>/releases.json", public_views.releases_of_one, name="ocds_releases_of_one"),
    path("ocds/<ocid:ocid>/record.json", public_views.record_of_one, name="ocds_record_of_one"),
]

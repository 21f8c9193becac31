"""The office or township whose host a realm is."""

from dataclasses import dataclass

from zhunru.core.actors import COUNTY
from zhunru.divisions.models import County, Township


@dataclass(frozen=True, slots=True)
class Office:
    kind: str
    """`county` or `township`."""
    code: str
    name: str
    county_name: str

    @property
    def title(self) -> str:
        """As written on the banner of a page: the county, then the township."""
        return self.name if self.kind == COUNTY else f"{self.county_name}{self.name}"


def office_of(realm: str) -> Office:
    if realm == COUNTY:
        county = County.objects.get()
        return Office(COUNTY, county.code, county.name, county.name)
    township = Township.objects.select_related("county").get(schema_name=realm)
    return Office("township", township.code, township.name, township.county.name)

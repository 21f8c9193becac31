"""骑缝章: a seal cut into as many slices as there are pages, each on its page's right edge.

Fanned out, every sheet a slice's width to the right of the one above, the pages show the seal whole: none can be
taken out or put in unnoticed. It is page content, put on before the first signature.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter

POINTS_PER_MM = 72 / 25.4
MOST_PAGES = 20
"""A seal cut finer shows nothing: more pages share several seals."""
FIRST_MM, NEXT_MM = 128.0, 52.0
"""The first seal's middle below the upper edge, and each further one's below that."""


def shares(pages: int) -> list[tuple[int, int]]:
    """Of each page its slice and how many slices the seal is cut into: groups of nearly equal size."""
    groups = -(-pages // MOST_PAGES)
    ends = [pages * n // groups for n in range(groups + 1)]
    return [(page, end - start) for start, end in pairwise(ends) for page in range(end - start)]


def put_on(writer: IncrementalPdfFileWriter, pages: int, seals: Sequence[tuple[Path, float]]) -> None:
    """`seals`: each one's page as PDF and its diameter in mm, from the top down."""
    forms = [_form(writer, file) for file, _ in seals]
    for page, share in enumerate(shares(pages)):
        names = [f"/Paging{page}.{no}" for no in range(len(forms))]  # pages may share one dictionary of resources
        named = {pdf_name(name): form for name, form in zip(names, forms, strict=True)}
        resources = generic.DictionaryObject({pdf_name("/XObject"): generic.DictionaryObject(named)})
        placed = zip(names, (diameter for _, diameter in seals), strict=True)
        drawn = " ".join(_slices(list(placed), share, *_size(writer, page)))
        _add(writer, page, "q", prepend=True)
        _add(writer, page, f"Q /Artifact BMC {drawn} EMC", resources)


def _slices(seals: list[tuple[str, float]], share: tuple[int, int], width: float, height: float) -> Iterator[str]:
    """Of each seal what lies on the page when it stands across the edge, the rest cut off."""
    number, count = share
    for no, (name, diameter) in enumerate(seals):
        side = diameter * POINTS_PER_MM
        wide = side / count
        left = width - wide * (number + 1)
        foot = height - (FIRST_MM + no * NEXT_MM) * POINTS_PER_MM - side / 2
        yield (
            f"q {width - wide:.3f} {foot:.3f} {wide:.3f} {side:.3f} re W n 1 0 0 1 {left:.3f} {foot:.3f} cm {name} Do Q"
        )


def _form(writer: BasePdfFileWriter, file: Path) -> generic.IndirectObject:
    with file.open("rb") as source:
        form: generic.IndirectObject = writer.import_page_as_xobject(PdfFileReader(source))
    return form


def _size(writer: IncrementalPdfFileWriter, page: int) -> tuple[float, float]:
    found = writer.root["/Pages"]["/Kids"][page]
    left, foot, right, top = (float(value) for value in found["/MediaBox"])
    return right - left, top - foot


def _add(
    writer: IncrementalPdfFileWriter,
    page: int,
    drawn: str,
    resources: generic.DictionaryObject | None = None,
    *,
    prepend: bool = False,
) -> None:
    stream = generic.StreamObject(stream_data=drawn.encode("ascii"))
    writer.add_stream_to_page(page, writer.add_object(stream), resources, prepend=prepend)

"""Signature fields in the structure of a tagged PDF: a reader that speaks says whose seal there is."""

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def tag_last_field(writer: IncrementalPdfFileWriter, page: int) -> None:
    """Put the field that was made last, on `page`, into a Form element at the document's end (ISO 14289-1, 7.18.4)."""
    field = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    sheet = writer.find_page_for_modification(page)[0]
    structure = writer.root["/StructTreeRoot"]
    document, parents = structure["/K"].raw_get(0), structure["/ParentTree"]["/Nums"]
    place = 1 + max((int(parents[at]) for at in range(0, len(parents), 2)), default=-1)
    points_to = {"/Type": pdf_name("/OBJR"), "/Obj": field, "/Pg": sheet}
    element = {
        "/Type": pdf_name("/StructElem"),
        "/S": pdf_name("/Form"),
        "/P": document,
        "/Pg": sheet,
        "/K": _dictionary(points_to),
    }
    form = writer.add_object(_dictionary(element))
    parents.extend([generic.NumberObject(place), form])
    writer.update_container(parents)
    children = document.get_object()["/K"]
    children.append(form)
    writer.update_container(children)
    field.get_object()[pdf_name("/StructParent")] = generic.NumberObject(place)


def _dictionary(entries: dict[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(name): value for name, value in entries.items()})

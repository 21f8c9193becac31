"""Incremental updates behind a signed paper: what it says is changed while every signed byte still stands."""

import io
from collections.abc import Callable

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    """`pdf` with an incremental update behind it: what was signed still stands, byte by byte."""
    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    change(writer)
    writer.write(out)
    assert out.getvalue().startswith(pdf)
    return out.getvalue()


def page_of(writer: IncrementalPdfFileWriter, number: int = 0) -> generic.DictionaryObject:
    page: generic.DictionaryObject = writer.find_page_for_modification(number)[0].get_object()
    writer.update_container(page)
    return page


def turn(writer: IncrementalPdfFileWriter) -> None:
    page_of(writer)[pdf_name("/Rotate")] = generic.NumberObject(90)


def crop(writer: IncrementalPdfFileWriter) -> None:
    page_of(writer)[pdf_name("/CropBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 400, 595, 842)))


def paint(writer: IncrementalPdfFileWriter) -> None:
    white = generic.StreamObject(stream_data=b"1 g 0 0 600 400 re f")
    writer.add_stream_to_page(0, writer.add_object(white))


def note(writer: IncrementalPdfFileWriter) -> None:
    """An annotation with text of its own, over the paper's."""
    box = generic.ArrayObject(map(generic.NumberObject, (60, 300, 500, 500)))
    entries: dict[str, generic.PdfObject] = {
        "/Type": pdf_name("/Annot"),
        "/Subtype": pdf_name("/FreeText"),
        "/Rect": box,
    }
    entries |= {"/Contents": generic.TextStringObject("经费36万元"), "/F": generic.NumberObject(4)}
    made = writer.add_object(generic.DictionaryObject({pdf_name(name): value for name, value in entries.items()}))
    page = page_of(writer)
    page.setdefault(pdf_name("/Annots"), generic.ArrayObject()).append(made)
    if (others := page["/Annots"]).container_ref is not None:
        writer.update_container(others)


def add_page(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    made = generic.DictionaryObject(
        {pdf_name("/Type"): pdf_name("/Page"), pdf_name("/Parent"): writer.root.raw_get("/Pages")}
    )
    made[pdf_name("/MediaBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    pages["/Kids"].append(writer.add_object(made))
    pages[pdf_name("/Count")] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)
    writer.update_container(pages["/Kids"])


def drop_page(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    del pages["/Kids"][0]
    pages[pdf_name("/Count")] = generic.NumberObject(int(pages["/Count"]) - 1)
    writer.update_container(pages)
    writer.update_container(pages["/Kids"])


def other_look(writer: IncrementalPdfFileWriter) -> None:
    """Another seal in the signature's own field."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    look = generic.StreamObject(stream_data=b"0 0 1 rg 0 0 119 119 re f")
    look |= {pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form")}
    look[pdf_name("/BBox")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 119, 119)))
    field["/AP"][pdf_name("/N")] = writer.add_object(look)
    writer.update_container(field)


def move_seal(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[pdf_name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 119, 119)))
    writer.update_container(field)


def script(writer: IncrementalPdfFileWriter) -> None:
    action = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.TextStringObject("app.alert(1)")}
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(action)
    writer.update_root()


def empty_signature(writer: IncrementalPdfFileWriter) -> None:
    """The field stays, its signature goes."""
    field = writer.root["/AcroForm"]["/Fields"][-1]
    del field["/V"]
    writer.update_container(field)


def no_signatures(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/AcroForm"][pdf_name("/Fields")] = generic.ArrayObject()
    writer.update_container(writer.root["/AcroForm"])


UPDATES = [turn, crop, paint, note, add_page, drop_page, other_look, move_seal, script, empty_signature, no_signatures]

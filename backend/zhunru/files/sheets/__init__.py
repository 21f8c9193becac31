"""Tables in and out in the same columns; in, in two steps.

COLUMNS = (Column("title", "事项名称", required=True), Column("villages", "承接村", Kind.CODES), ...)

preview = sheets.begin(actor.realm, received(file, max_bytes=5 * MB, types=SHEETS), COLUMNS)  # step 1: kept, read
for row in preview.rows:                       # further faults of the domain land at their cells
    if not known(row.values["title"]):
        row.fault("title", _("没有这个事项"))
PreviewOut.of(preview)                         # to the browser, with the file's sha256
corrected_workbook(preview)                    # the same sheet back, faults coloured and commented

preview = sheets.resume(actor.realm, sha256, COLUMNS)  # step 2: the same file is read and judged again

template_workbook(COLUMNS); export_workbook(COLUMNS, rows); export_csv(COLUMNS, rows)
"""

from zhunru.files.sheets.columns import Column, Kind, Value
from zhunru.files.sheets.previews import Fault, Preview, SheetRow, begin, read_sheet, resume
from zhunru.files.sheets.schemas import PreviewOut, Sha256
from zhunru.files.sheets.writing import corrected_workbook, export_csv, export_workbook, template_workbook

__all__ = [
    "Column",
    "Fault",
    "Kind",
    "Preview",
    "PreviewOut",
    "Sha256",
    "SheetRow",
    "Value",
    "begin",
    "corrected_workbook",
    "export_csv",
    "export_workbook",
    "read_sheet",
    "resume",
    "template_workbook",
]

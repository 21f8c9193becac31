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

With `every=True` all sheets that have the header are read, and the tables of documents (types=TABLES), too. Tables are
read as offices write them: headers over two rows, merged cells, headings between the rows, footers. Whatever is
understood otherwise than it stands is a guess at its cell; a column says what may be guessed in it:

Column("lead", "主责部门", blanks=BLANKS, rewrites=(ONE_LINE, HALF_WIDTH)), Column("category", "类别", fill_down=True)
"""

from zhunru.files.sheets.cells import text_of
from zhunru.files.sheets.columns import Column, Kind, Rewrite, Value
from zhunru.files.sheets.correcting import corrected_workbook
from zhunru.files.sheets.previews import Fault, Guess, Preview, Section, SheetRow
from zhunru.files.sheets.reading import begin, read_sheet, read_sheets, resume
from zhunru.files.sheets.rewriting import BLANKS, BOOK_MARKS, DOCUMENT_NUMBERS, HALF_WIDTH, ONE_LINE, prefixed
from zhunru.files.sheets.schemas import PreviewOut, Sha256
from zhunru.files.sheets.writing import export_csv, export_workbook, template_workbook

__all__ = [
    "BLANKS",
    "BOOK_MARKS",
    "DOCUMENT_NUMBERS",
    "HALF_WIDTH",
    "ONE_LINE",
    "Column",
    "Fault",
    "Guess",
    "Kind",
    "Preview",
    "PreviewOut",
    "Rewrite",
    "Section",
    "Sha256",
    "SheetRow",
    "Value",
    "begin",
    "corrected_workbook",
    "export_csv",
    "export_workbook",
    "prefixed",
    "read_sheet",
    "read_sheets",
    "resume",
    "template_workbook",
    "text_of",
]

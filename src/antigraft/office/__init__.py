"""Reports for an office's own programs: Word documents and workbooks.

The only package that knows docxtpl and python-docx (``word*.py``) and XlsxWriter
(``workbook*.py``). Neither is needed by the core: the extras ``word`` and ``excel`` bring them.
"""

from antigraft.office.archive import moment
from antigraft.office.trouble import MissingExtraError
from antigraft.office.word import WordFiller
from antigraft.office.workbook import WorkbookMaker

__all__ = ["MissingExtraError", "WordFiller", "WorkbookMaker", "moment"]

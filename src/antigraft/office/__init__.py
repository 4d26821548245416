"""Reports for an office's own programs: Word documents and workbooks.

The only package that knows docxtpl and python-docx (``word*.py``) and XlsxWriter
(``workbook*.py``). Neither is needed by the core: the extras ``word`` and ``excel`` bring them.
``WordFiller`` is in ``office.word``, ``WorkbookMaker`` in ``office.workbook``: who wants a page
for the web loads neither.
"""

from antigraft.office.trouble import MissingExtraError

__all__ = ["MissingExtraError"]

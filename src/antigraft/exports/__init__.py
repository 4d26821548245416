"""Tables for analysts: the data of one plan or of many as CSV, JSON lines and SQLite.

A table is made by functions from a plan to rows, one module a family of tables (``tables``
lists them); a format is one module and takes rows as they come. Nothing of a plan is kept once
its rows are written.
"""

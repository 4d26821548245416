"""What the commands print: pure functions from figures to a ``Listing`` or to a JSON document.

A listing says what stands in which row; how wide a column is and which colour a tone has is
decided where it is drawn. JSON documents hold money as decimal strings and are version 1.
"""

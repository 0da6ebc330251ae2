"""How large a source may be, so that any file is read, or refused, within seconds.

The largest public framework that was tried has 2.5 MB of text: 188 skills, 205 roles.
"""

MOST_BYTES = 20_000_000
"""Of all files together: eight times the largest that was tried."""

MOST_FILES = 500
"""How many files may match; a file for each skill of a large company, and no disk."""

MOST_LOOKED_AT = 50_000
"""How many names below a folder are looked at for those that match."""

MOST_ROWS = 250_000
"""Of one table: 20,000 skills with a row for each of ten levels, and some more."""

MOST_VALUES = 500_000
"""Of one YAML or JSON file; that many take a few seconds."""

MOST_UNPACKED = 30_000_000
"""What a workbook may unpack to: XML is some five times as long as what it says, and
takes a second for each 3 MB."""

MOST_CELLS = 1_000_000
"""Of a workbook, since a row may claim to be as long as it likes."""

MOST_SHEETS = 200
"""Of a workbook."""

MOST_EMPTY = 3_000_000
"""Rows between others that hold nothing: a cell at the end of a sheet has a million."""

MOST_PAGE = 1_000_000
"""Of one page of Markdown, in bytes: its parser takes the longest of all."""

MOST_SKILLS = 20_000
"""What the program is measured with."""

MOST_ROLES = 2_000
"""Ten times the largest that was tried."""

HEADER_WITHIN = 50
"""In which rows the names of the columns are looked for; titles stand above them."""

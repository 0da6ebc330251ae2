"""The plan and the record for spreadsheets and to-do lists."""

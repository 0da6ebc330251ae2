"""Calendars of other programs: files in, the times at which one is busy out."""

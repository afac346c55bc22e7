"""Calendars that people add to their own agenda: whole days, numbers of cases, never a name."""

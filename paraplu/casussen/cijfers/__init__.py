"""Figures over cases: counted, hidden where few, shown as page, sheet and sentence."""

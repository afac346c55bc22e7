"""Figures over the end of measures: the three days, hand-overs, follow-up, reasons, guardians."""

"""Meetings, deviations, G7, actions and decisions (R205, R210-R219)."""

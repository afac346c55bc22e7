"""Receipts of figures, and the messages behind a row."""

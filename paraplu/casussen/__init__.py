"""Families, cases, steps, terms, documents and rights: what every procedure shares."""

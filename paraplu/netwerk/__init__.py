"""Organisations, people and their roles, contacts, and the care on offer (bouwsteen 2)."""

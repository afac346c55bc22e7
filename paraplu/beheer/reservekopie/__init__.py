"""Backup and restore of everything that Paraplu keeps, but for its keys (docs/beheer.md)."""

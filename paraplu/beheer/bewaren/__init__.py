"""How long things are kept, what disappears when, and how that is done (docs/beheer.md)."""

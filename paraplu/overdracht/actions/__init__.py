"""The only writers of this room; one module per kind of act."""

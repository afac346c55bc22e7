"""The only writers of this room, one module per thing that is written."""

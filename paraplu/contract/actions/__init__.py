"""The only writer of this room."""

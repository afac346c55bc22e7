"""The only writer of this room; one module per act."""

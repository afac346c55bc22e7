"""The only writer of this room, one module per thing that is reported."""

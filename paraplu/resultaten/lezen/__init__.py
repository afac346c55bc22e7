"""What the figures read of the tables of this room."""

"""The forms of this room: beginning, the steps, the report, and the list of children."""

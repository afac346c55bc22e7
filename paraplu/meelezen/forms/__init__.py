"""The forms of this room: what the family fills in, and with what a professional invites."""

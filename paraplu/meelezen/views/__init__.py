"""The pages of this room: for the family, and for who invites."""

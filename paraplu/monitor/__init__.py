"""The seven values, computed from the message lines."""

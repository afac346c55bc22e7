"""The forms of the steps."""

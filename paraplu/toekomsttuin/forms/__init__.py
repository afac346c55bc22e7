"""The forms of this room; they check words and days, the actions check the rest."""

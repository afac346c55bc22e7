"""What comes of a proposal, and what is to be expected, read through the eyes of who looks."""

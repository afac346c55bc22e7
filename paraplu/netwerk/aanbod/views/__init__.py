"""The pages about care on offer."""

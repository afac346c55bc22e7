"""The pages of logging in, one module per subject."""

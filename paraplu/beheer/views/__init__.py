"""The pages of the administrator."""

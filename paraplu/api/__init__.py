"""The read API for other systems."""

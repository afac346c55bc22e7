"""The toekomsttuinen: a garden's conditions, governance, households and joint family analysis."""

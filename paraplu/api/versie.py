"""Which version of the API this is, and where it begins."""

from typing import Final

#: Semantic: the first number changes when something that worked stops working, and so does BASIS.
VERSIE: Final = "1.1.0"
BASIS: Final = "/api/v1"

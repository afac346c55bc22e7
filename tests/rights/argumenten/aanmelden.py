"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {"casus_nieuw": [1]}
ALLEEN_POST: set[str] = set()

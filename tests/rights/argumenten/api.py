"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {}
ALLEEN_POST: set[str] = set()

"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {"demo_tegenspel": [1]}
ALLEEN_POST: set[str] = {"demo_tegenspel"}

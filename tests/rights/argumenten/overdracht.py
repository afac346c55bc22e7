"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "overdracht_beginnen": [1],
    "maatregel_uitzondering": [1],
    "voogd_zoeken": [1],
    "voogd_antwoord": [1],
    "overdrachtsverslag": [1],
    "overdrachtcijfers_lijst": ["beschikbaar"],
}
ALLEEN_POST: set[str] = {"voogd_antwoord"}

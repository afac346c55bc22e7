"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "bewijs": ["V2a"],
    "bewijs_berichten": ["V2a", "0123456789abcdef"],
    "definitie": ["V2a"],
    "lijst_uitvoer": ["V2a", "csv"],
    "verschil": ["V2a"],
    "waarde_uitvoer": ["V2a", "csv"],
    "definitie_vaststellen": ["V2a", 1],
}
ALLEEN_POST: set[str] = {"definitie_vaststellen", "drempel_besluiten"}

"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "verslag": [1],
    "verslag_lezen": [1],
    "verslag_bestand": [1, "pdf"],
    "verslag_nu": [1],
    "verslag_aanvraag": [1],
    "verslag_publiceren": [1],
}
ALLEEN_POST: set[str] = {"verslag_publiceren"}

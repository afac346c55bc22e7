"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "tafel_nieuw": [1],
    "tafel_voorbereid": [1],
    "tafel_instellen": [1],
    "ruimtevraag": [1],
    "tafel_genodigden": [1],
    "tafel_brief": [1],
    "tafelverzoek": [1],
    "tafelverzoek_pdf": [1],
    "tafelbijlage": [1],
    "tafelverslag": [1],
    "tafelverslag_pdf": [1],
    "tafelafspraak": [1],
    "tafel_rechtbank": [1],
    "tafel_terugkijken": [1],
    "tafel_formulier": [1, 1],
    "tafel_terugkoppeling": [1],
    "tafel_terugkoppeling_leiding": [1],
    "tafel_verbeterpunt": [1],
    "tafel_verbeterpunt_klaar": [1],
    "tafel_cijfers_lijst": ["wachttijd"],
}
ALLEEN_POST: set[str] = {"tafel_verbeterpunt_klaar", "tafel_voorbereid"}

"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "opgave_kosten": ["90000001", 2022],
    "opgave_kosten_invullen": [2022],
    "opgave_personeel": ["90000001", 2022],
    "opgave_personeel_invullen": [2022],
    "enquete": ["1-onbekend"],
    "enquete_link": [1],
    "regiolijst": ["FV"],
    "regiolijst_punt": ["FV", "ra8", "tafel"],
    "incident": [1],
    "incident_stap": [1],
    "incidenten_compleet": [2022],
    "zoekactie_uitkomst": [1],
    "vacature_sluiten": [1],
}
ALLEEN_POST: set[str] = {"incidenten_compleet", "vacature_sluiten"}
#: Open without an account, and nothing there without a link that works.
NIETS_ZONDER_MEER: set[str] = {"enquete"}

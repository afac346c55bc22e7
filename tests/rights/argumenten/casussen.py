"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "agenda": ["geen-sleutel"],
    "vaste_mensen": [1],
    "dubbel": [1],
    "wie_keek": [1],
    "overdragen": [1],
    "overdracht": [1],
    "noodtoegang_beoordelen": [1],
    "gezin": [1],
    "persoon_nieuw": [1],
    "persoon": [1],
    "maatregel_nieuw": [1],
    "betrokkenheid": [1],
    "casus": [1],
    "route": ["aanmeldroute-301", "2022-01-01"],
    "route_voorbeeld": ["aanmeldroute-301", "2022-01-01"],
    "casus_versie": [1],
    "stap": [1],
    "stap_afronden": [1],
    "stap_oppakken": [1],
    "stap_opschorten": [1],
    "stap_herstellen": [1],
}
ALLEEN_POST: set[str] = {
    "betrokkenheid",
    "stap_afronden",
    "stap_oppakken",
    "stap_opschorten",
    "stap_herstellen",
}

#: Open without an account, and nothing there without a token that is right.
NIETS_ZONDER_MEER: set[str] = {"agenda"}

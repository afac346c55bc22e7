"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "overleg": [1],
    "overleg_agenda": [1],
    "agendapunt_nieuw": [1],
    "agendapunt": [1],
    "overleg_deelnemers": [1],
    "overleg_notitie": [1],
    "overleg_verslag": [1],
    "overleg_vaststellen": [1],
    "overleg_pak": [1, "gelderland", "lees"],
    "overlegactie_nieuw": [1],
    "overlegactie": [1],
    "overlegactie_datum": [1],
    "overlegactie_stap": [1],
    "afwijking": [1],
    "afwijking_stap": [1],
    "g7_voorstel": ["gi-90000001", "RA3"],
    "g7_dossier": [1],
    "g7_besluit": [1],
    "g7_dossier_bestand": [1, "lees"],
    "overlegtaak": ["geen-taak", "lees"],
    "register_erbij": ["besluit"],
    "raadsbrief": [1],
    "document_bestand": [1],
    "bijeenkomst": [1],
    "bijeenkomst_deelname": [1],
    "bijeenkomst_reflectie": [1],
    "deelnamebewijs": [1],
}
ALLEEN_POST: set[str] = {"overleg_vaststellen"}
#: A document that is not there, for everybody.
NIETS_ZONDER_MEER: set[str] = {"document_bestand"}

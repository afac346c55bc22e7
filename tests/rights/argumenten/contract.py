"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "overeenkomst": [1],
    "overeenkomst_erbij": [1, "verlenging"],
    "bijlage_bestand": [1],
    "overeenkomst_regio": [1, "CG", "clausules"],
    "overeenkomst_besluit": [1, "CG"],
    "contractregister_erbij": ["caseload"],
    "product": ["47A01"],
    "scenario": [1],
    "scenario_versie": [1],
    "scenario_delen": [1],
    "scenario_uit": [1],
}
ALLEEN_POST: set[str] = {"scenario_delen"}

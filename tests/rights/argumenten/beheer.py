"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "vernietigingslijst": [1],
    "lijst_goedkeuren": [1],
    "aanhouding_opheffen": [1],
}
ALLEEN_POST: set[str] = {
    "werk_herstellen",
    "lijst_opstellen",
    "lijst_goedkeuren",
    "dossier_aanhouden",
    "aanhouding_opheffen",
}
#: /metrics is not there until a setting switches it on.
NIETS_ZONDER_MEER: set[str] = {"metingen"}
#: The technical administrator sees counts, numbers and days here, and no content.
VAN_BEHEER: set[str] = {
    "gezondheid",
    "werk_herstellen",
    "bewaren",
    "lijst_opstellen",
    "vernietigingslijst",
    "lijst_goedkeuren",
    "dossier_aanhouden",
    "aanhouding_opheffen",
}

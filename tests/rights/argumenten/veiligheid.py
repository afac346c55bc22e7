"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "veiligheidsplan": [1],
    "veiligheidsplan_schrijven": [1],
    "veiligheidsplan_instemming": [1],
    "veiligheidsplan_beeindigen": [1],
    "veiligheidsplan_versie": [1, 1],
    "veiligheidsplan_kind": [1, 1],
    "veiligheidsplan_pdf": [1, 1, "gezin"],
}
ALLEEN_POST: set[str] = {"veiligheidsplan_instemming", "veiligheidsplan_beeindigen"}

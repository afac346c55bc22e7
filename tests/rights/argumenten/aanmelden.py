"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "document": [1],
    "document_pdf": [1],
    "bemiddelingsvraag": [1],
    "casus_nieuw": [1],
    "casus_verloop": [1],
    "route_cijfers_lijst": ["stappen"],
    "evaluatie": [1],
    "hulp_einde": [1],
    "nazorg": [1],
    "netwerkvraag": [1],
    "opschaling_melden": [1],
}
ALLEEN_POST: set[str] = {"nazorg", "opschaling_melden"}

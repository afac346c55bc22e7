"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "api_sleutel_intrekken": [1],
    "api_indicator": ["V2a"],
    "api_cijfers": ["V2a"],
    "api_bon": ["V2a"],
    "api_resultaatafspraak": ["RA4"],
    "api_standen": ["RA7"],
    "api_stand": ["RA7", "gelderland"],
    "api_definitie": ["V2a"],
    "api_definitieversies": ["V2a"],
    "api_definitieversie": ["V2a", "1"],
    "api_norm": ["instroom"],
    "api_termijn": ["OP090"],
    "api_route": ["aanmeldroute-301"],
    "api_routeversie": ["aanmeldroute-301", "2022-01-01"],
    "api_gebied": ["regio-CG"],
}
ALLEEN_POST: set[str] = {"api_sleutel_intrekken"}
#: What the technical administrator may of this room: see keys and end them, no figure.
VAN_BEHEER: set[str] = {"api_sleutels_beheer"}

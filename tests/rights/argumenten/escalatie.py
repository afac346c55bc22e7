"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "escalatie_nieuw": [1],
    "escalatie_uit_casus": [1],
    "escalatie_bestuurlijk": [1],
    "escalatieverslag": [1],
    "escalatieverslag_pdf": [1],
    "escalatieroute": ["FV"],
    "escalatie_cijfers_lijst": ["situaties"],
    "onbeschermd_nieuw": [1],
    "onbeschermd_melding": [1],
}
ALLEEN_POST: set[str] = set()

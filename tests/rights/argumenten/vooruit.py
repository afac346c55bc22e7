"""What the routes of this room need in their address; which of them only take a form."""

#: A proposal that is not there: who may open the route gets a 404, who may not a 403.
ARGUMENTEN: dict[str, list] = {
    "voorstel_nieuw": ["definitie"],
    "voorstel": [1],
    "voorstel_delen": [1],
    "voorstel_besluit": [1],
    "prognose": ["V2a"],
}
ALLEEN_POST: set[str] = {"voorstel_delen", "voorstel_besluit"}

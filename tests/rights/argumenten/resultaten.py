"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "resultaat": ["RA7"],
    "resultaat_bewijs": ["RA4"],
    "resultaat_partij": ["regio-CG"],
    "nakoming": ["RA2"],
    "nakoming_zeggen": ["RA2", "plan_gi"],
    "uitzondering_terug": [1],
}
ALLEEN_POST: set[str] = {"uitzondering_nieuw", "uitzondering_terug"}

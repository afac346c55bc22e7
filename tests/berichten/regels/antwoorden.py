"""Every way a 325 can turn out, to change one thing in."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    antwoord_client,
    antwoordprestatie,
    declaratieantwoord,
    retourcodes,
    totaal,
)

CLIENT = "DeclaratieAntwoord/Clienten/Client[1]"
REGEL = f"{CLIENT}/Prestaties/Prestatie[1]/RetourCodes"


def deels(*, prestatie: str = "9338", client: str = "0200", antwoord: str = "0200"):
    """A 325 that refuses the only line of the declaration."""
    regel = antwoordprestatie(RetourCodes=retourcodes(prestatie))
    return declaratieantwoord(
        clienten=[antwoord_client(prestaties=[regel], RetourCodes=retourcodes(client))],
        TotaalToegekendBedrag=totaal(0),
        RetourCodes=retourcodes(antwoord),
    )


def alleen_header(code: str):
    """A 325 that refuses the message as a whole."""
    gemaakt = declaratieantwoord()
    del gemaakt.inhoud["DeclaratieAntwoord"]
    gemaakt.inhoud["Header"]["RetourCodes"] = retourcodes(code)
    return gemaakt


def afgewezen_declaratie():
    """A 325 that refuses the declaration, not its lines."""
    return declaratieantwoord(TotaalToegekendBedrag=totaal(0), RetourCodes=retourcodes("9333"))


#: One 325 per outcome, each as it should be.
UITKOMSTEN = {
    "goed": declaratieantwoord(),
    "regel": deels(),
    "client": deels(client="8187", prestatie="0233"),
    "inhoud": alleen_header("0001"),
    "header": alleen_header("8848"),
    "declaratie": afgewezen_declaratie(),
}

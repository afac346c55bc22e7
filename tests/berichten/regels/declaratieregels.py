"""Declarations with one thing changed, for the tests of the rules on them; no child in them exists."""

from __future__ import annotations

from typing import Any

from paraplu.berichten import Bericht
from tests.berichten.regels.voorbeeld import (
    Klasse,
    bedrag,
    declaratie_client,
    declaratiebericht,
    prestatie,
    totaal,
)

#: The reference of a credit line, with that of the line it cancels.
CREDITREFERENTIE = {"ReferentieNummer": "P2", "VorigReferentieNummer": "P1"}


def met(som: int = 100000, **wijzigingen: Any) -> Bericht:
    """A 323 of one changed line, with this total."""
    teken = "C" if som < 0 else "D"
    return declaratiebericht(
        clienten=[declaratie_client(prestaties=[prestatie(**wijzigingen)])],
        TotaalIngediendBedrag=totaal(abs(som), teken),
    )


def periode(begin: str, einde: str) -> dict[str, str]:
    """A period of two dates."""
    return {"Begindatum": begin, "Einddatum": einde}


def met_regel(begin: str, einde: str, **wijzigingen: Any) -> Bericht:
    """A 323 with one line of this period."""
    regel = prestatie(ProductPeriode=periode(begin, einde))
    return declaratiebericht(clienten=[declaratie_client(prestaties=[regel])], **wijzigingen)


def met_periode(begin: str, einde: str) -> Bericht:
    """A 323 on this period."""
    return declaratiebericht(DeclaratiePeriode=periode(begin, einde))


def regel(
    referentie: str, toewijzing: str = "1", *, vorige: str | None = None, **anders: Any
) -> Klasse:
    """A line with a reference of its own; credit when it names the one before it."""
    product_referentie = {"ReferentieNummer": referentie}
    if vorige is not None:
        product_referentie["VorigReferentieNummer"] = vorige
    basis = {
        "ProductReferentie": product_referentie,
        "ToewijzingNummer": toewijzing,
        "IngediendBedrag": bedrag(100000, "D" if vorige is None else "C"),
    }
    return prestatie(**(basis | anders))


def declaratie(
    *regels: Klasse, clienten: list[Klasse] | None = None, som: int | None = None
) -> Bericht:
    """A 323 of one client with these lines, and the right total."""
    clienten = clienten or [declaratie_client(prestaties=list(regels))]
    alle = [een for client in clienten for een in client["Prestaties"]["Prestatie"]]
    echt = sum(100000 if een["IngediendBedrag"]["DebetCredit"] == "D" else -100000 for een in alle)
    som = echt if som is None else som
    return declaratiebericht(
        clienten=clienten, TotaalIngediendBedrag=totaal(abs(som), "C" if som < 0 else "D")
    )

"""Rules over a whole declaration: keys that come once, and totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.declaratie import met_teken
from paraplu.berichten.regels.geheugen import sleutel_van
from paraplu.berichten.regels.lezen import dag, getal, lijst
from paraplu.berichten.regels.toets import Inhoud, Omgeving, tel, toets

#: Answer codes of a declaration of which all or a part was granted.
VERWERKT: Final = frozenset({"0200", "8001"})

_DUBBEL = "Deze sleutel staat al eerder in het bericht."


@toets(
    "TR101",
    klasse="Client",
    in_=("JW323", "JW325"),
    tekst=_DUBBEL,
    remedie="Zet alle prestaties van een jeugdige onder één Client.",
)
def client_een_keer(client: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A BSN stands in one Client of the message."""
    if not omgeving.geheugen.onthoud("client", client["Bsn"]):
        yield "Bsn"


@toets(
    "TR101",
    klasse="Client",
    in_=("JW323", "JW325"),
    tekst=_DUBBEL,
    remedie="Geef elke prestatie een eigen ReferentieNummer.",
)
def prestatie_een_keer(client: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A reference, with the reference before it, stands in one line of a client."""
    for nummer, prestatie in enumerate(lijst(client, "Prestaties", "Prestatie"), 1):
        referentie = prestatie["ProductReferentie"]
        sleutel = sleutel_van(
            client["Bsn"],
            referentie["ReferentieNummer"],
            referentie.get("VorigReferentieNummer", ""),
        )
        if not omgeving.geheugen.onthoud("prestatie", sleutel):
            yield f"Prestaties/Prestatie[{nummer}]/ProductReferentie"


@toets(
    "TR315",
    klasse="ProductReferentie",
    in_=("JW323",),
    tekst="Naar dit vorige referentienummer verwijst al een andere prestatie in het bericht.",
    remedie="Crediteer een prestatie één keer.",
)
def een_keer_crediteren(referentie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A VorigReferentieNummer stands in one line of the message."""
    vorige = referentie.get("VorigReferentieNummer")
    if vorige is not None and not omgeving.geheugen.onthoud("vorige", vorige):
        yield "VorigReferentieNummer"


@toets(
    "TR316",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="Een debetregel en de creditregel daarvan staan in hetzelfde bericht.",
    remedie="Laat beide weg. Crediteren kan als de debetregel in een 325 is toegekend.",
)
def credit_niet_bij_eigen_debet(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No credit line names a debet line of the message; the later of the two is told."""
    referentie, geheugen = prestatie["ProductReferentie"], omgeving.geheugen
    if prestatie["IngediendBedrag"]["DebetCredit"] == "D":
        geheugen.onthoud("debet", referentie["ReferentieNummer"])
        if geheugen.kent("gecrediteerd", referentie["ReferentieNummer"]):
            yield "ProductReferentie/ReferentieNummer"
    elif "VorigReferentieNummer" in referentie:
        geheugen.onthoud("gecrediteerd", referentie["VorigReferentieNummer"])
        if geheugen.kent("debet", referentie["VorigReferentieNummer"]):
            yield "ProductReferentie/VorigReferentieNummer"


@toets(
    "TR416",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="Dezelfde toewijzing, hetzelfde product en dezelfde periode staan twee keer als debet.",
    remedie="Maak er één prestatie van, met het volume van beide.",
)
def een_keer_debet(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Allocation, product and period stand in one debet line of the message."""
    if prestatie["IngediendBedrag"]["DebetCredit"] != "D":
        return
    periode = prestatie["ProductPeriode"]
    sleutel = sleutel_van(
        getal(prestatie["ToewijzingNummer"]),
        prestatie["ProductCategorie"],
        prestatie["ProductCode"],
        dag(periode["Begindatum"]),
        dag(periode["Einddatum"]),
    )
    if not omgeving.geheugen.onthoud("levering", sleutel):
        yield ""


@tel("TR358", klasse="IngediendBedrag", in_=("JW323",))
@tel("TR342", klasse="IngediendBedrag", in_=("JW325",))
def tel_bedrag(bedrag: Inhoud, omgeving: Omgeving) -> None:
    """Add the amount of a line."""
    omgeving.geheugen.tel_op("bedrag", met_teken(bedrag) or 0)


@toets(
    "TR358",
    klasse="Declaratie",
    in_=("JW323",),
    tekst="Het totaal is niet de som van de prestaties.",
    remedie="Tel de bedragen opnieuw op: debet erbij, credit eraf.",
    achteraf=True,
)
def totaal_is_som(declaratie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """TotaalIngediendBedrag is the sum of the lines: debet plus, credit minus."""
    if met_teken(declaratie["TotaalIngediendBedrag"]) != omgeving.geheugen.som("bedrag"):
        yield "TotaalIngediendBedrag"


@toets(
    "TR342",
    klasse="DeclaratieAntwoord",
    in_=("JW325",),
    tekst="Ingediend min toegekend is niet de som van de afgewezen prestaties.",
    remedie=(
        "Zet alleen afgewezen prestaties in het bericht en tel opnieuw op. Is de declaratie zelf "
        "afgewezen, dan is het toegekende bedrag 0."
    ),
    achteraf=True,
)
def afgewezen_is_verschil(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What was submitted and not granted is refused; of a refused declaration nothing is granted."""
    toegekend = met_teken(antwoord["TotaalToegekendBedrag"]) or 0
    ingediend = met_teken(antwoord["TotaalIngediendBedrag"]) or 0
    if VERWERKT.issuperset(antwoord["RetourCodes"]["RetourCode"]):
        klopt = ingediend - toegekend == omgeving.geheugen.som("bedrag")
    else:
        klopt = toegekend == 0
    if not klopt:
        yield "TotaalToegekendBedrag"

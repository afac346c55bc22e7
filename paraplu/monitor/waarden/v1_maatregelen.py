"""V1, V1a and V1b: measures by what was declared and granted, and the money (R193, P5, P52, P53)."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.declaratieregels import (
    AFGEWEZEN,
    NIET_BEANTWOORD,
    NIET_IN_ANTWOORD,
)
from paraplu.monitor.trajecten.gi import met_gi
from paraplu.monitor.trajecten.producten import JUSTITIEEL

#: Preventive work of a GI, what one region calls drang and wants to prevent: apart in every count,
#: so that a region sees how much of it there is (R307, P5).
PREVENTIEF = "49"
VERWIJZER_GI = "04"
BRON = "iJW323 met iJW325, vóór 2021 iJW303 met iJW304"
GEZIN = (
    "Toewijzingen voor een heel gezin op één kind, en kinderen zonder BSN of met een geheim "
    "adres, zitten niet in het berichtenverkeer: zij tellen niet mee (P62)."
)
OPMERKINGEN = (GEZIN, "Wat op of vóór 1-1-2017 inging telt niet mee (P6).")


def verwerkt_en_toegekend(trajecten: Trajecten, regels: Table) -> dict[str, BooleanValue]:
    """What R193 asks of every line: answered, granted (P52), and begun after 1-1-2017 (P54)."""
    return {
        NIET_BEANTWOORD: regels.oordeel != NIET_BEANTWOORD,
        NIET_IN_ANTWOORD: regels.oordeel != NIET_IN_ANTWOORD,
        AFGEWEZEN: regels.oordeel != AFGEWEZEN,
        **trajecten.ingegaan(regels),
    }


def regels_in(trajecten: Trajecten, periode: Periode) -> Table:
    """Declaration lines whose ProductPeriode begins in the period (P53)."""
    return trajecten.declaratieregels.filter(
        _.begindatum.between(periode.begin, periode.einde)
    ).select(
        "bericht",
        "volgnummer",
        "referentie",
        "sleutel",
        "kind",
        "gemeente",
        "aanbieder",
        "productcategorie",
        "productcode",
        "soort_maatregel",
        "is_maatregel",
        "tussentaal",
        "ingangsdatum",
        "begindatum",
        "einddatum",
        "bedrag",
        "toegekend",
        "oordeel",
    )


def _justitieel(trajecten: Trajecten, periode: Periode) -> Table:
    """Lines of 47, 48 and 49; their GI is who declared them."""
    regels = regels_in(trajecten, periode).filter(_.productcategorie.isin(JUSTITIEEL))
    return regels.mutate(gi=_.aanbieder, zonder_49=_.productcategorie != PREVENTIEF)


def _tellingen(achtervoegsel: str, naam: str, waar: str | None) -> tuple[Maat, Maat]:
    return (
        Maat(
            sleutel=f"toewijzingen{achtervoegsel}",
            naam=f"Toewijzingen{naam}",
            eenheid="toewijzingen",
            soort="uniek",
            kolom="sleutel",
            waar=waar,
        ),
        Maat(
            sleutel=f"kinderen{achtervoegsel}",
            naam=f"Kinderen{naam}",
            eenheid="kinderen",
            soort="uniek",
            kolom="kind",
            waar=waar,
        ),
    )


@indicator(
    code="V1",
    naam="Aantal maatregelen",
    vereisten=("R193", "R203", "R204", "R310"),
    lezingen=("P5", "P6", "P52", "P53", "P54", "P61", "P62"),
    eenheid="toewijzingen",
    bron=BRON,
    varianten=("toegekend",),
    maten=(
        *_tellingen("", "", "zonder_49"),
        *_tellingen("_met_49", ", met preventief justitieel kader (49)", None),
    ),
    opmerkingen=OPMERKINGEN,
)
def maatregelen(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal toewijzingen voor jeugdbescherming en jeugdreclassering waarvoor in de periode
    per saldo geld is toegekend, en het aantal kinderen met zo'n toewijzing.

    Kosten bij een maatregel en adviezen zijn geen maatregel. Het preventief justitieel kader
    (categorie 49) staat er apart bij.
    """
    regels = _justitieel(trajecten, periode)
    saldo = regels.group_by("sleutel").agg(saldo=_.toegekend.sum())
    regels = regels.inner_join(saldo, "sleutel")
    return kandidaten(
        regels,
        voorwaarden={
            **verwerkt_en_toegekend(trajecten, regels),
            "geen maatregel": regels.is_maatregel | ~regels.zonder_49,
            "per saldo niets toegekend": regels.saldo > 0,
        },
    )


@indicator(
    code="V1a",
    naam="Kosten van maatregelen",
    vereisten=("R193", "R203", "R310"),
    lezingen=("P5", "P6", "P52", "P53", "P54", "P62"),
    eenheid="euro",
    bron=BRON,
    varianten=("toegekend",),
    maten=(
        Maat(
            sleutel="bedrag",
            naam="Toegekend bedrag",
            eenheid="euro",
            soort="som",
            kolom="toegekend",
        ),
        Maat(
            sleutel="bedrag_zonder_49",
            naam="Toegekend bedrag, zonder preventief justitieel kader (49)",
            eenheid="euro",
            soort="som",
            kolom="toegekend",
            waar="zonder_49",
        ),
    ),
    opmerkingen=OPMERKINGEN,
)
def kosten_maatregelen(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het bedrag dat voor jeugdbescherming, jeugdreclassering en het preventief justitieel kader
    over de periode is toegekend. Een creditregel gaat eraf.
    """
    regels = _justitieel(trajecten, periode)
    return kandidaten(regels, voorwaarden=verwerkt_en_toegekend(trajecten, regels))


@indicator(
    code="V1b",
    naam="Kosten van ingezette jeugdhulp",
    vereisten=("R193", "R203", "R310"),
    lezingen=("P6", "P52", "P53", "P54", "P56", "P60", "P62"),
    eenheid="euro",
    bron=f"{BRON}; iJW305 en iJW307; iJW315",
    varianten=("lopende_maatregel", "verwijzer_gi"),
    maten=(
        Maat(
            sleutel="bedrag",
            naam="Toegekend bedrag",
            eenheid="euro",
            soort="som",
            kolom="toegekend",
        ),
        Maat(sleutel="kinderen", naam="Kinderen", eenheid="kinderen", soort="uniek", kolom="kind"),
    ),
    opmerkingen=OPMERKINGEN,
)
def kosten_jeugdhulp(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het bedrag dat over de periode voor jeugdhulp is toegekend.

    Lezing lopende_maatregel: hulp aan kinderen van wie een maatregel loopt op een dag waarover
    wordt gedeclareerd. Lezing verwijzer_gi: hulp op een toewijzing waarvan het verzoek de gecertificeerde
    instelling als verwijzer noemt.
    """
    hulp = regels_in(trajecten, periode).filter(~_.productcategorie.fill_null("").isin(JUSTITIEEL))
    verwijzer = trajecten.toewijzingen.select("sleutel", "verwijzer_type")
    hulp = hulp.left_join(verwijzer, "sleutel").select(*hulp.columns, "verwijzer_type")
    regels = met_gi(
        hulp,
        trajecten.zorgperioden,
        sleutel=("bericht", "volgnummer"),
        van="begindatum",
        tot="einddatum",
    )
    if variant == "verwijzer_gi":
        eigen = {
            "geen verzoek (315) bij deze toewijzing": regels.verwijzer_type.notnull(),
            "andere verwijzer": regels.verwijzer_type == VERWIJZER_GI,
        }
    else:
        eigen = {"geen lopende maatregel": regels.gi.notnull()}
    return kandidaten(regels, voorwaarden={**verwerkt_en_toegekend(trajecten, regels), **eigen})

"""Rules on the make-up of a 325: which codes and classes go together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from paraplu.berichten.regels.lezen import getal, lijst
from paraplu.berichten.regels.register import regels
from paraplu.berichten.regels.retouropbouw import GOED, NIET_BEOORDEELD, retourcodes
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

TOEGEWEZEN: Final = "8001"


@toets(
    "IV087",
    klasse="Bericht",
    in_=("JW325",),
    tekst="De retourcode in de header past niet bij wat eronder staat.",
    remedie=(
        "Zet 0200 in de header als er een DeclaratieAntwoord is. Is het hele bericht afgekeurd, "
        "stuur dan alleen de header met de code."
    ),
)
def antwoord_past_bij_header(bericht: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """There is an answer to the declaration exactly when the header says 0200 and nothing else."""
    if (retourcodes(bericht["Header"]) == [GOED]) != ("DeclaratieAntwoord" in bericht):
        yield "Header"


@toets(
    "IV087",
    klasse="DeclaratieAntwoord",
    in_=("JW325",),
    tekst="De retourcode van het antwoord past niet bij de cliënten en bedragen die er staan.",
    remedie=(
        "Alles goed: 8001, zonder cliënten en met het hele bedrag toegekend. Een deel afgewezen: "
        "0200, met de cliënten. De declaratie afgewezen: de code daarvan, zonder cliënten."
    ),
)
def clienten_passen_bij_antwoord(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Clients stand there exactly with 0200; with 8001 all of the amount is granted."""
    codes = retourcodes(antwoord)
    if (codes == [GOED]) != ("Clienten" in antwoord):
        yield "RetourCodes"
    elif codes == [TOEGEWEZEN] and not _is_gelijk(antwoord):
        yield "TotaalToegekendBedrag"


def _is_gelijk(antwoord: Inhoud) -> bool:
    ingediend, toegekend = antwoord["TotaalIngediendBedrag"], antwoord["TotaalToegekendBedrag"]
    return (
        getal(ingediend["TotaalBedrag"]) == getal(toegekend["TotaalBedrag"])
        and ingediend["DebetCredit"] == toegekend["DebetCredit"]
    )


@toets(
    "IV087",
    klasse="Client",
    in_=("JW325",),
    tekst="De retourcode van de prestatie past niet bij die van de cliënt.",
    remedie=(
        "Is de cliënt zelf afgekeurd, geef dan elke prestatie 0233. Is de cliënt goed (0200), zet "
        "er dan alleen afgewezen prestaties, elk met haar eigen code."
    ),
)
def prestaties_passen_bij_client(client: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Below a refused client nothing was judged; below a good one stands only what is refused."""
    is_goed = retourcodes(client) == [GOED]
    for nummer, prestatie in enumerate(lijst(client, "Prestaties", "Prestatie"), 1):
        codes = retourcodes(prestatie)
        klopt = not {GOED, NIET_BEOORDEELD} & {*codes} if is_goed else codes == [NIET_BEOORDEELD]
        if not klopt:
            yield f"Prestaties/Prestatie[{nummer}]/RetourCodes"


@toets(
    "OP364",
    klasse="RetourCodes",
    in_=("JW325",),
    tekst="De declaratie is afgekeurd op een start of stop. Dat mag niet.",
    remedie="Beoordeel de prestatie opnieuw, zonder naar start en stop te kijken.",
)
def niet_afgekeurd_op_start_of_stop(klasse: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No code in a 325 is that of a rule on a start or a stop."""
    if codes_van_start_en_stop() & {*klasse["RetourCode"]}:
        yield "RetourCode"


@cache
def codes_van_start_en_stop() -> frozenset[str]:
    """The answer codes that only a rule on a 305 or a 307 has."""
    op_levering: set[str] = set()
    elders = {GOED, NIET_BEOORDEELD}
    for regel in regels().values():
        berichten = {plek.partition("/")[0] for plek in regel.waar}
        doel = op_levering if berichten and berichten <= {"JW305", "JW307"} else elders
        doel.add(regel.retourcode)
    return frozenset(op_levering - elders)

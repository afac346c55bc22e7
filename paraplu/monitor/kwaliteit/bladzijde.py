"""The page docs/kwaliteit.md, from the checks themselves: `python -m paraplu.monitor.kwaliteit.bladzijde`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from paraplu.monitor.kwaliteit.controle import Controle, controles

PLEK: Final = Path(__file__).parents[3] / "docs" / "kwaliteit.md"

BEGIN: Final = """# Kwaliteit van de gegevens

Deze bladzijde is gemaakt uit de controles zelf: `python -m paraplu.monitor.kwaliteit.bladzijde`.

De regels van iJW zeggen of een bericht goed is. De controles hier zeggen of wat gemeenten en
aanbieders samen stuurden een kloppend geheel is, zoals het nu in de tabellen staat: wat later is
verbeterd, is geen bevinding meer. Elke controle is één zoekvraag op dezelfde tabellen als de waarden
(`paraplu/monitor/kwaliteit/toetsen/`). Een tweede lezing in gewoon Python vindt op verzonnen werelden
precies dezelfde rijen.

## Hoeveel een cijfer kan schuiven

- **Omlaag**: het cijfer min het cijfer zonder de rijen die een bevinding raakt. Van een gemiddelde of
  een aandeel kan dat onder nul zijn. Alleen wat nu nog niet klopt telt: een bericht dat te laat kwam
  maar er is, buigt niets meer.
- **Omhoog**: wat erbij zou komen als wat ontbreekt er was. Rijen die nu afvallen omdat een bericht
  ontbreekt, tellen alsof het er is; dat is hoogstens, want een rij kan nog op iets anders afvallen.
  Een ontbrekende maand is een schatting: een rij van dezelfde toewijzing, met het gemiddelde bedrag
  van de maanden ernaast (bij een hele maand die ontbreekt: het bedrag van de maand ervoor).
- V4 en V5 tellen kinderen: daar raakt een bevinding alle rijen van het kind. V6c wordt gerekend uit
  V6b; hoeveel het schuift is daar te zien.
- De bedragen van twee controles kunnen over dezelfde rijen gaan: tel ze niet op.

## Wie wat ziet

Een gemeente, instelling of aanbieder ziet wat over haar eigen gegevens is gevonden, een regio wat in
haar gemeenten is gevonden, de provincie alles. Het contractmanagement ziet buiten zijn eigen regio
alleen controles op berichten en termijnen (hieronder met ✉), nooit iets over kinderen. Regels met een
schuilnaam ziet alleen wie ermee werkt, van het eigen gebied, en dat laat een spoor na. Het rapport
(`paraplu kwaliteit`) en de PDF bevatten aantallen; de mail bevat alleen een link.

"""


def make_bladzijde() -> str:
    """The page as it must be."""
    kop = "| code | controle | herstelt | buigt |\n|---|---|---|---|\n"
    regels = [
        f"| {c.code}{' ✉' if c.over_berichten else ''} | {c.titel} | {', '.join(c.herstelt)} | "
        f"{', '.join(c.buigt) or 'geen cijfer'} |"
        for c in controles().values()
    ]
    delen = [BEGIN, "## De controles\n\n", kop, "\n".join(regels), "\n"]
    delen += [_stuk(controle) for controle in controles().values()]
    return "".join(delen)


def _stuk(controle: Controle) -> str:
    per_zin: dict[str, list[str]] = {}
    for code, zin in controle.buigt.items():
        per_zin.setdefault(zin, []).append(code)
    buigt = [f"- {', '.join(codes)}: {zin}" for zin, codes in per_zin.items()]
    return (
        f"\n### {controle.code} {controle.titel}\n\n{controle.uitleg}\n\n"
        f"Wat te doen: {controle.advies} Herstelt: {', '.join(controle.herstelt)}. "
        f"Rust op: {controle.bron}.\n" + ("\n" + "\n".join(buigt) + "\n" if buigt else "")
    )


if __name__ == "__main__":
    PLEK.write_text(make_bladzijde())

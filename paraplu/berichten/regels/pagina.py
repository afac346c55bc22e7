"""The page `docs/ijw-regels.md`: every rule of iJW, in our words, and where it is tested or why not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from paraplu.berichten import codes
from paraplu.berichten.regels.register import RELEASES, Regel, regels
from paraplu.berichten.regels.vindplaatsen import WORTEL, Vindplaats, zoek_vindplaatsen

#: The kinds of rules in the order of the page: their heading and what they are.
SOORTEN: Final = {
    "conditie": ("Condities", "Wanneer een element er moet staan of juist niet."),
    "constraint": ("Constraints", "Welke waarde een element mag hebben."),
    "technische regel": (
        "Technische regels",
        "Wat moet kloppen tussen elementen, tussen berichten en met lijsten daarbuiten.",
    ),
    "uitgangspunt": ("Uitgangspunten", "Waar de standaard van uitgaat."),
    "bedrijfsregel": ("Bedrijfsregels", "Wat partijen met elkaar hebben afgesproken."),
    "invulinstructie": ("Invulinstructies", "Hoe een element of bericht wordt ingevuld."),
}
#: The levels of a check, as the standard numbers them.
NIVEAUS: Final = {
    0: "een regel voor mensen: de standaard controleert hem niet in software",
    1: "de vorm van het bericht: element, volgorde, lengte, code",
    2: "de inhoud van een bericht op zichzelf",
    3: "een bericht naast andere berichten",
    4: "een bericht naast een bron daarbuiten, zoals de kalender of een lijst",
}
#: What each way of testing means.
GETOETST: Final = {
    "structuur": "in een bericht, door de structuurcontrole",
    "bericht": "in een bericht, door een functie per regel",
    "keten": "tussen berichten, door de monitor",
    "verloop": "tussen berichten, in het verloop van een toewijzing, verzoek of declaratie",
    "termijn": "als termijn, met de dagen erbij",
    "uitgewerkt": "door de regels die hem uitwerken",
    "niet": "niet, met de reden",
}
#: More places than this are counted, not named.
OPNOEMEN: Final = 3

_UITLEG = f"""# De regels van iJW

Alle regels van iJW {RELEASES[-1]}, in onze woorden: wat elke regel vraagt, waar Paraplu hem toetst en welke code een antwoord geeft als hij is gebroken. Deze pagina maakt `bin/paraplu documenten`. De woorden staan in `paraplu/berichten/regels/regels_{RELEASES[-1]}.csv`; waar een regel wordt getoetst, zoekt Paraplu zelf op in code en tests. Van oudere releases vertelt geen bron de regels; daar geldt alleen de structuurcontrole.

Een regel opzoeken: `bin/paraplu regel TR302`. Berichten controleren: `bin/paraplu controleer PAD`.

## Zo leest u de tabellen

- **Niveau** is het niveau van de controle volgens de standaard.
- **Waar** is het bericht met de klasse en het element waar de regel over gaat. Bij veel plekken staan alleen de berichten.
- **Getoetst** wijst naar de functie. Wordt de regel door andere regels uitgewerkt, dan staan die er. Wordt hij niet getoetst, dan staat er waarom.
- **Tests** zijn de tests met een bericht dat de regel houdt en een dat hem breekt.
- **Antwoord** is de retourcode; een streepje betekent dat de standaard er geen heeft.
"""


def make_pagina(wortel: Path = WORTEL) -> str:
    """The whole page, for the repository at `wortel`."""
    plaatsen = zoek_vindplaatsen(wortel)
    per_soort: dict[str, list[Regel]] = defaultdict(list)
    for regel in regels().values():
        per_soort[regel.soort].append(regel)
    delen = [_UITLEG, _niveaus(), _tellingen(per_soort)]
    delen.extend(_deel(soort, per_soort[soort], plaatsen) for soort in SOORTEN)
    return "\n".join(delen)


def _niveaus() -> str:
    alle = Counter(regel.niveau for regel in regels().values())
    rijen = ["| niveau | wat | regels |", "|---:|---|---:|"]
    rijen.extend(f"| {niveau} | {wat} | {alle[niveau]} |" for niveau, wat in NIVEAUS.items())
    return "\n".join(rijen) + "\n"


def _tellingen(per_soort: Mapping[str, list[Regel]]) -> str:
    rijen = ["## Waar de regels worden getoetst\n"]
    rijen.append(
        "| getoetst | " + " | ".join(naam.lower() for naam, _ in SOORTEN.values()) + " | samen |"
    )
    rijen.append("|---|" + "---:|" * (len(SOORTEN) + 1))
    for soort, wat in GETOETST.items():
        aantallen = [_aantal(per_soort[deel], soort) for deel in SOORTEN]
        rijen.append(_rij([wat, *map(str, aantallen), str(sum(aantallen))]))
    samen = [len(per_soort[deel]) for deel in SOORTEN]
    rijen.append(_rij(["samen", *map(str, samen), str(sum(samen))]))
    return "\n".join(rijen) + "\n"


def _aantal(alle: Iterable[Regel], getoetst: str) -> int:
    return sum(regel.getoetst == getoetst for regel in alle)


def _deel(soort: str, alle: Iterable[Regel], plaatsen: Mapping[str, Vindplaats]) -> str:
    naam, wat = SOORTEN[soort]
    rijen = [
        f"## {naam}\n",
        f"{wat}\n",
        "| code | niveau | regel | waar | getoetst | tests | antwoord |",
        "|---|---:|---|---|---|---|---|",
    ]
    rijen.extend(_regelrij(regel, plaatsen[regel.code]) for regel in alle)
    return "\n".join(rijen) + "\n"


def _regelrij(regel: Regel, plaats: Vindplaats) -> str:
    cellen = [
        f'<a id="{regel.code.lower()}"></a>{regel.code}',
        str(regel.niveau),
        regel.kort,
        beschrijf_waar(regel.waar),
        _toets(regel, plaats),
        ", ".join(map(_link, plaats.tests)),
        regel.retourcode or "-",
    ]
    return _rij(cellen)


def _rij(cellen: Iterable[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def beschrijf_waar(plekken: tuple[str, ...]) -> str:
    """The places of a rule: named when few, else the messages with a number.

    >>> beschrijf_waar(("JW301/Client/Bsn", "JW305"))
    'JW301 Client Bsn, JW305'
    """
    berichten = sorted({plek.partition("/")[0] for plek in plekken})
    if len(plekken) > max(OPNOEMEN, len(berichten)):
        return f"{', '.join(berichten)} ({len(plekken)} plekken)"
    return ", ".join(plek.replace("/", " ") for plek in plekken)


def _toets(regel: Regel, plaats: Vindplaats) -> str:
    if regel.getoetst == "uitgewerkt":
        via = ", ".join(f"[{code}](#{code.lower()})" for code in regel.uitgewerkt_in)
        return _zin(f"door {via}", regel.reden)
    if regel.getoetst == "niet":
        return f"niet: {regel.reden}"
    if regel.getoetst == "structuur":
        eigen = codes.IN_HET_SCHEMA.get(regel.code)
        return _zin(f"structuur ({eigen})" if eigen else "structuur", regel.reden)
    return _zin(", ".join(map(_link, plaats.code)), regel.reden)


def _zin(waar: str, reden: str) -> str:
    return f"{waar}. {reden}" if reden else waar


def _link(bestand: str) -> str:
    """A link to a file, named by its path without its first folder and without `.py`."""
    return f"[{bestand.partition('/')[2].removesuffix('.py')}](../{bestand})"

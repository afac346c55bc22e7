"""`regel` and `regels` on the command line: what a rule of iJW asks, and where it is tested."""

from __future__ import annotations

import argparse
import csv
import json
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from paraplu.afspraken import documenten

if TYPE_CHECKING:
    from paraplu.berichten.regels.register import Regel
    from paraplu.berichten.regels.vindplaatsen import Vindplaats

FORMATEN: Final = ("tabel", "json", "csv")
GETOETST: Final = ("structuur", "bericht", "keten", "verloop", "termijn", "uitgewerkt", "niet")
KOLOMMEN: Final = (
    *("code", "soort", "niveau", "retourcode", "titel", "kort"),
    *("waar", "uitgewerkt_in", "getoetst", "functie", "tests", "reden"),
)
GOED, KAN_NIET = 0, 2
BREED: Final = 100


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add both commands, and the page of all rules."""
    documenten.add([documenten.Pagina("docs/ijw-regels.md", _make_pagina)])
    een = subparsers.add_parser(
        "regel",
        help="toon één regel van iJW: wat hij vraagt en waar hij wordt getoetst",
        description="Toon één regel van iJW in onze woorden, met zijn niveau en zijn retourcode.",
    )
    een.add_argument("code", metavar="CODE", help="de code van de regel, zoals TR302")
    een.set_defaults(doe=toon_regel)
    alle = subparsers.add_parser(
        "regels",
        help="toon alle regels van iJW",
        description="Toon alle regels van iJW, of alleen die op een bepaalde manier worden getoetst.",
    )
    alle.add_argument("--getoetst", choices=GETOETST, help="alleen regels die zo worden getoetst")
    alle.add_argument("--formaat", choices=FORMATEN, default="tabel", help="vorm van de lijst")
    alle.set_defaults(doe=toon_regels)


def _make_pagina() -> str:
    from paraplu.berichten.regels.pagina import make_pagina  # noqa: PLC0415 - quick help

    return make_pagina()


def toon_regel(args: argparse.Namespace) -> int:
    """Print one rule, or what one of our own codes means; 2 when there is none with this code."""
    from paraplu.berichten.codes import titel  # noqa: PLC0415 - quick help
    from paraplu.berichten.regels.register import regels  # noqa: PLC0415

    code = args.code.strip()
    gevonden = {naam.lower(): regel for naam, regel in regels().items()}.get(code.lower())
    eigen = titel(code.upper())
    if gevonden is not None:
        _toon(gevonden)
    elif eigen != code.upper():
        print(f"{code.upper()}: {eigen}\n")
        print("Dit is een code van Paraplu zelf: iJW heeft hier geen eigen regel voor.")
    else:
        print(
            f"Er is geen regel {code!r} in iJW. Alle regels: bin/paraplu regels",
            file=sys.stderr,
        )
        return KAN_NIET
    return GOED


def _toon(regel: Regel) -> None:
    from paraplu.berichten.regels.vindplaatsen import zoek_vindplaatsen  # noqa: PLC0415

    print(f"{regel.code}: {regel.titel}\n")
    print(textwrap.fill(regel.kort, BREED))
    print()
    for naam, waarde in _kenmerken(regel, zoek_vindplaatsen()[regel.code]):
        if waarde:
            print(textwrap.fill(f"{naam:<12} {waarde}", BREED, subsequent_indent=" " * 13))


def _kenmerken(regel: Regel, plaats: Vindplaats) -> Iterable[tuple[str, str]]:
    from paraplu.berichten.regels.pagina import GETOETST as MANIEREN  # noqa: PLC0415
    from paraplu.berichten.regels.pagina import NIVEAUS, beschrijf_waar  # noqa: PLC0415
    from paraplu.berichten.regels.toets import toetsen  # noqa: PLC0415
    from paraplu.berichten.verloop.zinnen import ZINNEN  # noqa: PLC0415

    yield "soort", regel.soort
    yield "niveau", f"{regel.niveau}: {NIVEAUS[regel.niveau]}"
    yield "retourcode", regel.retourcode or "geen"
    yield "waar", beschrijf_waar(regel.waar)
    yield "getoetst", MANIEREN[regel.getoetst]
    yield "uitgewerkt", ", ".join(regel.uitgewerkt_in)
    yield "reden", regel.reden
    yield "functie", ", ".join(plaats.code)
    yield "tests", ", ".join(plaats.tests)
    for een in dict.fromkeys(
        (een.tekst, een.remedie) for een in toetsen() if een.code == regel.code
    ):
        yield "melding", een[0]
        yield "oplossing", een[1]
    if regel.getoetst == "verloop":
        yield "melding", ZINNEN[regel.code]


def toon_regels(args: argparse.Namespace) -> int:
    """Print all rules, or those that are tested in one way."""
    from paraplu.berichten.regels.register import regels  # noqa: PLC0415
    from paraplu.berichten.regels.vindplaatsen import zoek_vindplaatsen  # noqa: PLC0415

    plaatsen = zoek_vindplaatsen()
    rijen = [
        _rij(regel, plaatsen[regel.code])
        for regel in regels().values()
        if args.getoetst in (None, regel.getoetst)
    ]
    {"json": _als_json, "csv": _als_csv, "tabel": _als_tabel}[args.formaat](rijen)
    return GOED


def _rij(regel: Regel, plaats: Vindplaats) -> dict[str, Any]:
    velden = {naam: getattr(regel, naam) for naam in KOLOMMEN if naam not in ("functie", "tests")}
    return velden | {"functie": plaats.code, "tests": plaats.tests}


def _als_json(rijen: list[dict[str, Any]]) -> None:
    print(
        json.dumps(
            [{naam: rij[naam] for naam in KOLOMMEN} for rij in rijen], ensure_ascii=False, indent=2
        )
    )


def _als_csv(rijen: list[dict[str, Any]]) -> None:
    schrijver = csv.writer(sys.stdout, lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for rij in rijen:
        schrijver.writerow(
            [" ".join(w) if isinstance(w := rij[naam], tuple) else w for naam in KOLOMMEN]
        )


def _als_tabel(rijen: list[dict[str, Any]]) -> None:
    print(f"{'code':<8} {'niveau':>6} {'antwoord':<8} {'getoetst':<10} regel")
    for rij in rijen:
        begin = f"{rij['code']:<8} {rij['niveau']:>6} {rij['retourcode'] or '-':<8} {rij['getoetst']:<10} "
        print(textwrap.fill(begin + rij["kort"], BREED, subsequent_indent=" " * len(begin)))
    print(f"\n{len(rijen)} regels. Meer over een regel: bin/paraplu regel CODE")

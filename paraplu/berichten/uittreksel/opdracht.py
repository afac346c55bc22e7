"""`uittreksel voorbeeld`, `bewaar` and `lees` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from paraplu.berichten.bevinding import Bevinding
    from paraplu.berichten.uittreksel import Afbeelding, Blad, Voorbeeld

KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2
GETOOND = 20
BREEDTE = 18


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command with its three actions."""
    uittreksel = subparsers.add_parser(
        "uittreksel", help="lees een tabel uit een administratie (CSV, XLSX) als berichten"
    )
    handelingen = uittreksel.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    voorbeeld = handelingen.add_parser("voorbeeld", help="toon hoe een tabel zou worden gelezen")
    voorbeeld.add_argument("bestand", type=Path, help="tabel (.csv of .xlsx)")
    voorbeeld.add_argument(
        "--afbeelding", metavar="NAAM|PAD", help="afbeelding (zonder: Paraplu stelt er een voor)"
    )
    voorbeeld.set_defaults(doe=_guarded(show_voorbeeld))

    bewaar = handelingen.add_parser("bewaar", help="bewaar een voorstel voor de afbeelding")
    bewaar.add_argument("naam", help="naam van de afbeelding, zoals toewijzingen-arnhem")
    bewaar.add_argument("bestand", type=Path, help="tabel (.csv of .xlsx)")
    bewaar.set_defaults(doe=_guarded(keep_voorstel))

    lees = handelingen.add_parser("lees", help="schrijf de berichten die een tabel wordt")
    lees.add_argument("bestand", type=Path, help="tabel (.csv of .xlsx)")
    lees.add_argument("--afbeelding", metavar="NAAM|PAD", required=True, help="afbeelding")
    lees.add_argument(
        "--uit", type=Path, metavar="MAP", required=True, help="map voor de berichten"
    )
    lees.add_argument("--op", metavar="DATUM", help="dag van het uittreksel (standaard: vandaag)")
    lees.set_defaults(doe=_guarded(write_berichten))


def show_voorbeeld(args: argparse.Namespace) -> int:
    """Print how the first rows would be read."""
    from paraplu.berichten.uittreksel import maak_voorbeeld  # noqa: PLC0415 - quick help

    afbeelding, blad = _open(args.bestand, args.afbeelding)
    voorbeeld = maak_voorbeeld(blad, afbeelding, bestand=args.bestand.name)
    print("\n".join(_toon(voorbeeld)))
    return BEVINDINGEN if voorbeeld.bevindingen else KLAAR


def keep_voorstel(args: argparse.Namespace) -> int:
    """Keep the proposed mapping, to be edited."""
    from paraplu.berichten.uittreksel import bewaar_afbeelding  # noqa: PLC0415

    afbeelding, _ = _open(args.bestand, None)
    pad = bewaar_afbeelding(args.naam, afbeelding)
    print(f"Bewaard in {pad}. Pas het aan en bekijk het met:")
    print(f"  paraplu uittreksel voorbeeld {args.bestand} --afbeelding {args.naam}")
    return KLAAR


def write_berichten(args: argparse.Namespace) -> int:
    """Write the messages that the good rows become; the faults go to standard error."""
    from paraplu.berichten.bevinding import Bevinding  # noqa: PLC0415
    from paraplu.berichten.uittreksel.pakket import (  # noqa: PLC0415
        Pakket,
        lees_uittreksel,
        lees_zout,
    )

    pakket = Pakket(
        inhoud=_lees(args.bestand),
        afbeelding=_zoek(args.afbeelding),
        dagtekening=lees_dag(args.op),
        zout=lees_zout(),
    )
    stukken = lees_uittreksel(pakket, bestand=args.bestand.name)
    bevindingen = [stuk for stuk in stukken if isinstance(stuk, Bevinding)]
    args.uit.mkdir(parents=True, exist_ok=True, mode=0o700)
    geschreven = 0
    for stuk in stukken:
        if not isinstance(stuk, Bevinding):
            geschreven += 1
            with stuk.open() as bron:
                (args.uit / f"{pakket.afbeelding.van.bericht}-{geschreven:06}.xml").write_bytes(
                    bron.read()
                )
    for bevinding in bevindingen:
        print("\n".join(_toon_bevinding(bevinding)), file=sys.stderr)
    print(f"{geschreven} berichten geschreven in {args.uit}.")
    geweigerd = any(bevinding.weigert for bevinding in bevindingen)
    return KAN_NIET if not geschreven else BEVINDINGEN if geweigerd else KLAAR


def lees_dag(tekst: str | None) -> date:
    """A day as 2023-05-31; today when none is given. Raises ValueError with a sentence."""
    vandaag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    if not tekst:
        return vandaag
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst} is geen datum. Schrijf hem zo: 2023-05-31.") from None
    if dag > vandaag:
        raise ValueError("De dag van het uittreksel ligt in de toekomst. Kies vandaag of eerder.")
    return dag


def _open(bestand: Path, naam: str | None) -> tuple[Afbeelding, Blad]:
    from paraplu.berichten.uittreksel import (  # noqa: PLC0415
        AfbeeldingOngeldig,
        lees_blad,
        stel_voor,
    )

    inhoud = _lees(bestand)
    if naam:
        afbeelding = _zoek(naam)
        return afbeelding, lees_blad(inhoud, blad=afbeelding.blad)
    blad = lees_blad(inhoud)
    voorstel = stel_voor(blad)
    if voorstel is None:
        raise AfbeeldingOngeldig(
            "Paraplu herkent de koppen van dit blad niet. Maak zelf een afbeelding "
            "(docs/uittreksels.md), of zet namen van velden op de eerste regel."
        )
    return voorstel, blad


def _zoek(naam: str) -> Afbeelding:
    from paraplu.berichten.uittreksel import zoek_afbeelding  # noqa: PLC0415

    return zoek_afbeelding(naam)


def _lees(bestand: Path) -> bytes:
    if bestand.is_dir():
        raise ValueError(f"{bestand} is een map. Geef één tabel: een bestand op .csv of .xlsx.")
    if not bestand.is_file():
        raise ValueError(f"{bestand} bestaat niet. Kijk of het pad goed is geschreven.")
    inhoud = bestand.read_bytes()
    if not inhoud.strip():
        raise ValueError(f"{bestand} is leeg. Maak het uittreksel opnieuw.")
    return inhoud


def _toon(voorbeeld: Voorbeeld) -> Iterator[str]:
    afbeelding = voorbeeld.afbeelding
    yield f"Tabel met {afbeelding.van.titel}; elke rij wordt een regel in een {afbeelding.van.bericht}."
    yield (
        f"{voorbeeld.goed} rijen goed, {voorbeeld.geweigerd} geweigerd, "
        f"{voorbeeld.berichten} berichten."
    )
    yield ""
    yield "Kolommen"
    for kolom in voorbeeld.kolommen:
        yield f"  {kolom.letter:3} {kolom.kop[:40]:40} {kolom.veld or '(niet gebruikt)'}"
    if afbeelding.vast:
        yield ""
        yield "Voor alle rijen: " + ", ".join(
            f"{naam} {waarde}"
            for naam, waarde in afbeelding.vast.items()
            if not afbeelding.van.velden[naam].prive
        )
    if voorbeeld.rijen:
        yield ""
        yield "Eerste rijen"
        yield _rij("rij", voorbeeld.velden)
        for rij in voorbeeld.rijen:
            yield _rij(str(rij.nummer), tuple("FOUT" if c.fout else c.tekst for c in rij.cellen))
    yield ""
    yield f"Bevindingen: {len(voorbeeld.bevindingen)}"
    for bevinding in voorbeeld.bevindingen[:GETOOND]:
        yield from _toon_bevinding(bevinding)


def _toon_bevinding(bevinding: Bevinding) -> Iterator[str]:
    yield f"  {bevinding.code}  {bevinding.tekst}"
    yield f"    → {bevinding.remedie}"


def _rij(begin: str, cellen: tuple[str, ...]) -> str:
    return "  " + "  ".join([f"{begin:>6}", *(f"{cel[:BREEDTE]:{BREEDTE}}" for cel in cellen)])


def _guarded(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Say in one sentence on standard error what could not be done."""

    def run(args: argparse.Namespace) -> int:
        try:
            return doe(args)
        except ValueError as fout:
            from paraplu.berichten.uittreksel import (  # noqa: PLC0415
                AfbeeldingOngeldig,
                BladOnleesbaar,
            )

            if isinstance(fout, BladOnleesbaar):
                print(f"{fout.tekst} {fout.remedie}", file=sys.stderr)
            elif isinstance(fout, AfbeeldingOngeldig) or type(fout) is ValueError:
                print(fout, file=sys.stderr)
            else:
                raise
            return KAN_NIET

    return run

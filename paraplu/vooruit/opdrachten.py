"""`watals` and `prognose` on the command line: in full, for who keeps the machine."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paraplu.inzage.cijfers import Cijfers
    from paraplu.inzage.gebied import Gebied

    from .models import Voorstel

KLAAR, KAN_NIET = 0, 2
#: Percent or points a year, either way.
HOOGSTENS = 100
Rijen = list[dict[str, Any]]


class KanNiet(ValueError):
    """What is asked cannot be answered; the message is a Dutch sentence."""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands."""
    watals = subparsers.add_parser(
        "watals",
        help="toon wat een andere regel met de cijfers zou doen",
        description="Zet cijfers van nu naast die onder een andere regel. Er verandert niets.",
    )
    soorten = watals.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    dagen = soorten.add_parser("dagen", help="andere dagen tussen twee maatregelen (nu 31)")
    dagen.add_argument("waarde", type=int, metavar="DAGEN")
    ingang = soorten.add_parser("ingangsdatum", help="zorg telt na een andere dag (nu 2017-01-01)")
    ingang.add_argument("waarde", type=date.fromisoformat, metavar="DAG")
    lezing = soorten.add_parser("lezing", help="een andere lezing van een waarde voorop")
    lezing.add_argument("waarde", metavar="LEZING")
    blad = soorten.add_parser("tussentaal", help="een andere tussentaal, uit een blad")
    blad.add_argument("waarde", type=Path, metavar="BLAD", help="CSV of XLSX")
    for parser in (dagen, ingang, lezing, blad):
        parser.add_argument("--code", help="de waarde, zoals V2a", required=parser is lezing)
        _add_gebied(parser)
        parser.set_defaults(doe=guarded(show_definitie), database=True)
    norm = soorten.add_parser("norm", help="een andere norm per jaar, in procenten of punten")
    norm.add_argument("onderwerp", metavar="NORM", help="zoals instroom")
    norm.add_argument("waarde", metavar="VERANDERING", help="zoals -3 (schrijf er -- voor)")
    _add_gebied(norm)
    norm.set_defaults(doe=guarded(show_norm), database=True)
    termijn = soorten.add_parser("termijn", help="een andere termijn, over alle casussen")
    termijn.add_argument("van", help="de termijn van nu, zoals '3 werkdagen'")
    termijn.add_argument("naar", help="de termijn ervoor in de plaats")
    termijn.add_argument("--op", type=date.fromisoformat, metavar="DAG", help="nu: vandaag")
    _add_formaat(termijn)
    termijn.set_defaults(doe=guarded(show_termijn), database=True)
    _register_prognose(subparsers)


def _register_prognose(subparsers: argparse._SubParsersAction) -> None:
    prognose = subparsers.add_parser(
        "prognose",
        help="toon wat er te verwachten is, met een marge",
        description="Instroom (V2a), stand (V2c) of kosten (V1a, V1b) tot het einde van het jaar en "
        "het volgende; of met 'ruimte' wat er onder elk budgetplafond overblijft.",
    )
    prognose.add_argument("code", help="V2a, V2c, V1a, V1b of ruimte")
    prognose.add_argument(
        "--tot", help="de laatste periode die meetelt, zoals 2023-K2; nu: alles", metavar="PERIODE"
    )
    _add_gebied(prognose)
    prognose.set_defaults(doe=guarded(show_prognose), database=True)


def _add_gebied(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gebied", default="", help="regio-CG, gemeente-0228 of gi-90000001; leeg: heel Gelderland"
    )
    _add_formaat(parser)


def _add_formaat(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")


def guarded(doe: Callable[[argparse.Namespace], Rijen]) -> Callable[[argparse.Namespace], int]:
    """Print the rows of `doe`; what cannot be answered is one sentence and 2."""

    def run(args: argparse.Namespace) -> int:
        try:
            rijen = doe(args)
        except KanNiet as fout:
            print(f"Dat kan niet: {fout}", file=sys.stderr)
            return KAN_NIET
        print_rijen(rijen, args.formaat)
        return KLAAR

    return run


def show_definitie(args: argparse.Namespace) -> Rijen:
    """Each year of a value under both rules."""
    from .lezen.definitie import compare, list_perioden  # noqa: PLC0415 - quick help
    from .lezen.voorstel import list_geraakt  # noqa: PLC0415

    voorstel = _make_voorstel(args)
    cijfers, gebied, bereik = _open(args.gebied)
    code = args.code or list_geraakt(voorstel)[0]
    indicator = cijfers.indicatoren.get(code)
    if indicator is None:
        raise KanNiet(f"{code} is geen waarde van de monitor.")
    if args.handeling == "lezing" and args.waarde not in indicator.varianten:
        raise KanNiet(f"{code} heeft geen lezing {args.waarde}.")
    perioden = list_perioden(bereik, per_kwartaal=False)
    gevonden = compare(cijfers, voorstel, code, gebied=gebied, perioden=perioden)
    return [
        {
            "periode": regel.naam,
            "maat": maat.sleutel,
            "nu": naast.oud,
            "voorstel": naast.nieuw,
            "verschil": naast.verschil,
            "aandeel": naast.aandeel,
        }
        for regel in gevonden.regels
        for maat, naast in zip(gevonden.maten, regel.naast, strict=True)
    ]


def show_norm(args: argparse.Namespace) -> Rijen:
    """Each year under both norms."""
    from decimal import Decimal, InvalidOperation  # noqa: PLC0415

    from paraplu.afspraken.normen import normen  # noqa: PLC0415

    from .lezen.norm import compare_normen  # noqa: PLC0415
    from .lezen.voorstel import find_normen  # noqa: PLC0415
    from .models import Voorstel  # noqa: PLC0415

    if args.onderwerp not in {norm.sleutel for norm in normen()}:
        raise KanNiet(f"{args.onderwerp} is geen norm.")
    try:
        goed = abs(Decimal(args.waarde)) <= HOOGSTENS
    except InvalidOperation:
        goed = False
    if not goed:
        raise KanNiet(f"{args.waarde} is geen getal van -100 tot en met 100.")
    voorstel = Voorstel(soort="norm", onderwerp=args.onderwerp, waarde=args.waarde)
    nu, nieuw = find_normen(voorstel)
    cijfers, gebied, bereik = _open(args.gebied)
    return [
        {
            "jaar": jaar.jaar,
            "gemeten": jaar.gemeten,
            "grens": jaar.nu.grens,
            "stand": jaar.nu.oordeel,
            "grens_voorstel": jaar.voorstel.grens,
            "stand_voorstel": jaar.voorstel.oordeel,
        }
        for jaar in compare_normen(cijfers, nu, nieuw, gebied=gebied, bereik=bereik).regels
    ]


def show_termijn(args: argparse.Namespace) -> Rijen:
    """Per route and step how many are late under both terms; numbers of all cases, no case."""
    from dataclasses import asdict  # noqa: PLC0415

    from django.utils.timezone import localdate  # noqa: PLC0415

    from paraplu.casussen.models import CasusStap  # noqa: PLC0415
    from paraplu.termijnen import GeenDuur, lees_termijn  # noqa: PLC0415
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .lezen.termijn import count_late  # noqa: PLC0415

    try:
        van, naar = (str(lees_termijn(tekst)) for tekst in (args.van, args.naar))
    except GeenDuur as fout:
        raise KanNiet(str(fout)) from None
    with beyond_wall():
        telling = count_late(CasusStap.objects.all(), van, naar, op=args.op or localdate())
    return [asdict(regel) for regel in telling.regels]


def show_prognose(args: argparse.Namespace) -> Rijen:
    """Expected per year, or per provider what is left of the cap."""
    from .lezen.prognose import WAARDEN, make_blad  # noqa: PLC0415

    cijfers, gebied, bereik = _open(args.gebied)
    tot = _read_tot(args.tot, bereik)
    if args.code == "ruimte":
        return _list_ruimte(cijfers, tot.year, bereik)
    if args.code not in WAARDEN:
        raise KanNiet(f"van {args.code} is er geen verwachting; wel van {', '.join(WAARDEN)}.")
    blad = make_blad(
        cijfers,
        args.code,
        gebied=gebied,
        bereik=bereik,
        tot=tot,
        bijgewerkt=cijfers.monitor.laatst_bijgewerkt(),
    )
    if blad.waarom_niet:
        raise KanNiet(blad.waarom_niet)
    return [
        {
            "jaar": jaar.jaar,
            "kwartalen_bekend": jaar.kwartalen_bekend,
            "verwacht": round(jaar.prognose.verwacht, 1),
            "laag_80": round(jaar.prognose.tachtig.laag, 1),
            "hoog_80": round(jaar.prognose.tachtig.hoog, 1),
            "laag_95": round(jaar.prognose.vijfennegentig.laag, 1),
            "hoog_95": round(jaar.prognose.vijfennegentig.hoog, 1),
        }
        for jaar in blad.jaren
    ]


def _list_ruimte(cijfers: Cijfers, jaar: int, bereik: tuple[int, int]) -> Rijen:
    from .lezen.ruimte import make_ruimteblad  # noqa: PLC0415

    rijen: Rijen = []
    for aanbieder in make_ruimteblad(cijfers, jaar=jaar, bereik=bereik).aanbieders:
        verwacht = aanbieder.prognose
        rijen.append(
            {
                "aanbieder": aanbieder.sleutel,
                "naam": aanbieder.naam,
                "plafond": aanbieder.plafond,
                "ruimte_v6c": aanbieder.ruimte_nu,
                "verwacht": verwacht and round(verwacht.verwacht),
                "laag_80": verwacht and round(verwacht.tachtig.laag),
                "hoog_80": verwacht and round(verwacht.tachtig.hoog),
                "laag_95": verwacht and round(verwacht.vijfennegentig.laag),
                "hoog_95": verwacht and round(verwacht.vijfennegentig.hoog),
            }
        )
    return rijen


def _open(sleutel: str) -> tuple[Cijfers, Gebied, tuple[int, int]]:
    """The figures in full, the area and the years. Raises KanNiet."""
    from paraplu.inzage.cijfers import Cijfers  # noqa: PLC0415
    from paraplu.inzage.gebied import find_gebied  # noqa: PLC0415

    cijfers = Cijfers(kijk=None)
    bereik, gebied = cijfers.bereik(), find_gebied(sleutel, cijfers.namen())
    if bereik is None:
        raise KanNiet("er zijn nog geen leveringen.")
    if gebied is None:
        raise KanNiet(f"{sleutel} is geen gebied.")
    return cijfers, gebied, bereik


def _read_tot(tekst: str | None, bereik: tuple[int, int]) -> date:
    from paraplu.monitor.periode import OngeldigePeriode, Periode  # noqa: PLC0415

    try:
        return Periode.lees(tekst or str(bereik[1])).einde
    except OngeldigePeriode as fout:
        raise KanNiet(str(fout)) from None


def _make_voorstel(args: argparse.Namespace) -> Voorstel:
    """The proposal as if somebody had kept it. Raises KanNiet with every fault of a sheet."""
    from .models import Soort, Voorstel  # noqa: PLC0415

    if args.handeling == "tussentaal":
        return Voorstel(soort=Soort.TUSSENTAAL, blad=_read_blad(args.waarde))
    onderwerp = f"lezing-{args.code}" if args.handeling == "lezing" else args.handeling
    return Voorstel(soort=Soort.DEFINITIE, onderwerp=onderwerp, waarde=str(args.waarde))


def _read_blad(bestand: Path) -> list[dict[str, object]]:
    from paraplu.afspraken.blad import BladNotReadable  # noqa: PLC0415
    from paraplu.afspraken.tussentaal import Tussentaalregel  # noqa: PLC0415
    from paraplu.monitor.bladen import bladsoort, lees_rijen  # noqa: PLC0415

    from .actions import as_rij  # noqa: PLC0415

    try:
        rijen = lees_rijen(bladsoort("tussentaal"), bestand.read_bytes(), bestand=bestand.name)
    except OSError:
        raise KanNiet(f"{bestand.name} is niet te lezen.") from None
    except BladNotReadable as fout:
        raise KanNiet(f"het blad is nog niet goed.\n{fout}") from None
    return [as_rij(Tussentaalregel(**rij)) for rij in rijen]  # type: ignore[arg-type]


def print_rijen(rijen: Sequence[Mapping[str, Any]], formaat: str) -> None:
    """As a table, JSON or CSV; what is not known is `onbekend` in the table and empty elsewhere."""
    if formaat == "json":
        print(json.dumps(list(rijen), ensure_ascii=False, indent=2, default=str))
        return
    if not rijen:
        print("Er is niets om te tonen.")
        return
    koppen = list(rijen[0])
    if formaat == "csv":
        schrijver = csv.DictWriter(sys.stdout, koppen, delimiter=";", lineterminator="\n")
        schrijver.writeheader()
        schrijver.writerows(rijen)
        return
    cellen = [koppen, *([_cel(rij[kop]) for kop in koppen] for rij in rijen)]
    breedtes = [max(len(rij[nummer]) for rij in cellen) for nummer in range(len(koppen))]
    for rij in cellen:
        print("  ".join(cel.ljust(breedte) for cel, breedte in zip(rij, breedtes, strict=True)))


def _cel(waarde: object) -> str:
    if waarde is None:
        return "onbekend"
    return f"{waarde:.3f}" if isinstance(waarde, float) else str(waarde)

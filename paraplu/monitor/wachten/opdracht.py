"""`paraplu wachten`: who waits for which answer, and how many came in time."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from paraplu.afspraken.termijnen import ijw_termijnen

if TYPE_CHECKING:
    from paraplu.monitor.wachten.lezen import Keuze, Wachten
    from paraplu.monitor.wachten.wacht import Telling, Wacht

Rij = dict[str, Any]

FORMATEN = ("tabel", "json", "csv")
KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2
#: Waits of which the terminal shows the receipt, the longest over first.
BONNEN = 20
#: What a row shows; a message is named as its sender names it, never by a child.
GETOOND = (
    "soort",
    "verzender",
    "ontvanger",
    "berichtsoort",
    "identificatie",
    "anker",
    "ankerdag",
    "uiterste_datum",
    "gedaan_op",
    "stand",
    "werkdagen_over",
)


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    wachten = subparsers.add_parser(
        "wachten",
        help="toon wie op welk antwoord wacht, en sinds wanneer",
        description="Toon per termijn van iJW hoe vaak het antwoord op tijd kwam, en wat nog open staat. Wij tellen vanaf de dag waarop een bericht is verstuurd (de dagtekening).",
        epilog="Voorbeeld: paraplu wachten --op 2023-12-31 --soort OP274 --open --bon",
    )
    wachten.add_argument(
        "--op", metavar="DATUM", help="zoals bekend op deze dag (standaard: de laatste levering)"
    )
    wachten.add_argument(
        "--organisatie", metavar="CODE", help="alleen waar deze gemeente of aanbieder bij hoort"
    )
    wachten.add_argument(
        "--soort",
        choices=tuple(ijw_termijnen()),
        metavar="CODE",
        help="alleen deze termijn, zoals OP274",
    )
    wachten.add_argument("--open", action="store_true", help="toon wat nog geen antwoord heeft")
    wachten.add_argument(
        "--bon", action="store_true", help="toon dag voor dag waarom de uiterste datum die dag is"
    )
    wachten.add_argument("--formaat", choices=FORMATEN, default="tabel")
    wachten.set_defaults(doe=show_wachten)


def show_wachten(args: argparse.Namespace) -> int:
    """Print how the waits stand: 1 when one is open too late, 2 when it cannot be said."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415  keeps --help quick
    from paraplu.monitor.api import Monitor  # noqa: PLC0415
    from paraplu.monitor.wachten.lezen import Keuze  # noqa: PLC0415

    try:
        wachten = Monitor(tabellen_map()).wachten(_day(args.op))
    except ValueError as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    keuze = Keuze(organisatie=args.organisatie or None, soort=args.soort or "", is_open=args.open)
    print(_tekst(wachten, keuze, args))
    te_laat = any(telling.te_laat_open for _per, telling in wachten.tel(keuze))
    return BEVINDINGEN if te_laat else KLAAR


def _tekst(wachten: Wachten, keuze: Keuze, args: argparse.Namespace) -> str:
    from paraplu.monitor.weergave import show_rijen  # noqa: PLC0415

    if args.bon and args.formaat == "tabel":
        return _bonnen(wachten.lijst(keuze, hoogstens=BONNEN), keuze, wachten)
    if args.open or args.bon:
        rijen = [_rij(wacht, met_bon=args.bon) for wacht in wachten.lijst(keuze)]
        if args.formaat == "csv":
            rijen = [{**rij, "bon": _bon_als_tekst(rij)} if args.bon else rij for rij in rijen]
        return show_rijen(rijen, formaat=args.formaat)
    if not wachten.tel(keuze, ("soort",)) and args.formaat == "tabel":
        return "Er is geen enkele termijn begonnen."
    per_soort = [_telrij({"soort": soort}, t) for (soort,), t in wachten.tel(keuze, ("soort",))]
    if args.formaat == "tabel":
        kop = f"Zoals bekend op {wachten.op}. Op tijd: het deel van wat op die dag beslist is."
        return f"{kop}\n\n{show_rijen(per_soort, formaat='tabel')}"
    per = ("maand", "soort", "verzender")
    rijen = [_telrij(dict(zip(per, s, strict=True)), t) for s, t in wachten.tel(keuze, per)]
    return show_rijen(rijen, formaat=args.formaat)


def _telrij(per: Rij, telling: Telling) -> Rij:
    deel = "" if telling.aandeel is None else f"{100 * telling.aandeel:.1f}%".replace(".", ",")
    naam = {"termijn": ijw_termijnen()[per["soort"]].naam}
    return {
        **per,
        **naam,
        "wachten": telling.samen,
        "op_tijd": telling.op_tijd,
        "te_laat": telling.te_laat,
        "open": telling.open,
        "te_laat_open": telling.te_laat_open,
        "aandeel_op_tijd": deel,
    }


def _rij(wacht: Wacht, *, met_bon: bool) -> Rij:
    from paraplu.termijnen.weergave import als_waarden  # noqa: PLC0415

    rij: Rij = {naam: getattr(wacht, naam) for naam in GETOOND}
    return {**rij, "bon": als_waarden(wacht.termijn)["dagen"]} if met_bon else rij


def _bon_als_tekst(rij: Rij) -> str:
    return "; ".join(f"{dag['datum']} {dag['nummer'] or '-'} {dag['reden']}" for dag in rij["bon"])


def _bonnen(wachten: list[Wacht], keuze: Keuze, van: Wachten) -> str:
    from paraplu.termijnen.weergave import show_termijn  # noqa: PLC0415

    if not wachten:
        return "Hier wacht niemand op een antwoord."
    delen = [
        f"{w.soort} {w.regel.naam}: {w.verzender} moet dit sturen aan {w.ontvanger}.\n"
        f"Het gaat om {w.berichtsoort} {w.identificatie or ''} ({w.anker}). Stand: {w.stand}"
        f"{f', {w.werkdagen_over} werkdagen over' if w.werkdagen_over else ''}.\n"
        f"{show_termijn(w.termijn)}"
        for w in wachten
    ]
    alle = sum(telling.samen for _per, telling in van.tel(keuze))
    rest = f"\n\nDit zijn er {len(wachten)} van {alle}." if alle > len(wachten) else ""
    return "\n\n".join(delen) + rest


def _day(tekst: str | None) -> date | None:
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst!r} is geen dag: schrijf 2023-12-31") from None

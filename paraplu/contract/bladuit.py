"""A reckoning or the product book as a workbook, with who took it along at its foot."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from .blad import KOLOMMEN
from .models import Product
from .rekenen.invoer import Uitkomst
from .rekenen.stappen import explain
from .tabellen import DECIMALEN, list_invoer, make_tabellen, show

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BREED: Final = 42


def write_scenario(
    naam: str, toelichting: str, invoer: dict[str, str], uitkomst: Uitkomst, zin: str
) -> bytes:
    """Sheets: outcomes, numbers with their source, and every step; `zin` says who took it along."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(uit, opties) as boek:
        boek.set_properties({"title": naam, "comments": zin})
        _write_uitkomst(boek, naam, toelichting, uitkomst, zin)
        bronnen = [(g.naam, g.waarde, g.eenheid, g.herkomst) for g in list_invoer(invoer)]
        koppen = (_("Getal"), _("Waarde"), _("Eenheid"), _("Bron"))
        _write_rijen(boek, _("Getallen en bronnen"), koppen, bronnen, zin)
        stappen = []
        vorig = None
        for jaar in uitkomst.jaren:
            for stap in explain(uitkomst.plan, jaar, vorig=vorig):
                uitkomst_tekst = show(stap.waarde, unit_of(stap.waarde, stap.eenheid))
                stappen.append(
                    (
                        str(jaar.jaar),
                        stap.naam,
                        stap.som,
                        uitkomst_tekst,
                        stap.eenheid,
                        stap.herkomst,
                    )
                )
            vorig = jaar
        koppen = (_("Jaar"), _("Stap"), _("Som"), _("Uitkomst"), _("Eenheid"), _("Bron"))
        _write_rijen(boek, _("Stap voor stap"), koppen, stappen, zin)
    return uit.getvalue()


def unit_of(waarde: Decimal, eenheid: str) -> str:
    """Money in cents keeps them; a caseload has two decimals."""
    if eenheid == "euro" and waarde.as_tuple().exponent == -2:
        return "tarief"
    return "caseload" if eenheid == "maatregelen" else eenheid


def _write_uitkomst(
    boek: Workbook, naam: str, toelichting: str, uitkomst: Uitkomst, zin: str
) -> None:
    vel = boek.add_worksheet(_("Uitkomst"))
    vet = boek.add_format({"bold": True})
    vormen = {
        eenheid: boek.add_format({"num_format": _format_of(eenheid)}) for eenheid in DECIMALEN
    }
    vel.set_column(0, 0, BREED)
    vel.set_column(1, 6, 16)
    vel.write_string(0, 0, naam, vet)
    vel.write_string(1, 0, toelichting)
    regel = 3
    for tabel in make_tabellen(uitkomst):
        vel.write_string(regel, 0, tabel.titel, vet)
        for plek, kop in enumerate((*tabel.koppen, _("Bron")), 1):
            vel.write_string(regel, plek, kop, vet)
        for rij in tabel.rijen:
            regel += 1
            vel.write_string(regel, 0, rij.naam)
            for plek, waarde in enumerate(rij.waarden, 1):
                vel.write_number(regel, plek, waarde, vormen[rij.eenheid])
            vel.write_string(regel, len(rij.waarden) + 1, rij.bron)
        regel += 2
    vel.write_string(regel, 0, zin)


def _format_of(eenheid: str) -> str:
    aantal = DECIMALEN[eenheid]
    kern = "#,##0" + ("." + "0" * aantal if aantal else "")
    if eenheid in {"euro", "tarief"}:
        return f"€ {kern}"
    return f'{kern}"%"' if eenheid == "procent" else kern


def _write_rijen(
    boek: Workbook, titel: str, koppen: Sequence[str], rijen: Iterable[Sequence[str]], zin: str
) -> None:
    vel = boek.add_worksheet(titel)
    vet = boek.add_format({"bold": True})
    vel.set_column(0, len(koppen) - 1, 24)
    vel.freeze_panes(1, 0)
    for plek, kop in enumerate(koppen):
        vel.write_string(0, plek, kop, vet)
    regel = 0
    for regel, rij in enumerate(rijen, 1):
        for plek, cel in enumerate(rij):
            vel.write_string(regel, plek, str(cel))
    vel.write_string(regel + 2, 0, zin)


def write_productboek(producten: Iterable[Product], zin: str) -> bytes:
    """Every tariff as a row that `blad.read_regels` reads back; who took it along in the properties."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(uit, opties) as boek:
        boek.set_properties({"title": _("Productboek"), "comments": zin})
        vel = boek.add_worksheet(_("Productboek"))
        vel.set_footer(f"&L{zin[:240].replace('&', '&&')}")
        for plek, kolom in enumerate(KOLOMMEN):
            vel.write_string(0, plek, kolom.naam)
        rijen = (rij for product in producten for rij in list_rijen(product))
        for regel, rij in enumerate(rijen, 1):
            for plek, kolom in enumerate(KOLOMMEN):
                vel.write_string(regel, plek, rij.get(kolom.naam, ""))
    return uit.getvalue()


def list_rijen(product: Product) -> Iterable[dict[str, str]]:
    """The rows of one product; one without a tariff has none, since no source gives it."""
    for tarief in product.tarieven.all():
        yield {
            "product": product.code,
            "naam": product.naam,
            "eenheid": product.eenheid,
            "soort": tarief.soort,
            "vanaf": tarief.vanaf.isoformat(),
            "tot": tarief.tot.isoformat() if tarief.tot else "",
            "tarief": _nl(tarief.bedrag),
            "bron": tarief.bron,
            "verzonnen": "ja" if tarief.verzonnen else "nee",
            **{deel.deel: _nl(deel.bedrag) for deel in tarief.delen.all()},
        }


def _nl(bedrag: Any) -> str:
    return str(bedrag).replace(".", ",")

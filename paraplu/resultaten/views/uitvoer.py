"""Take the standen along as XLSX, with the receipt of each and the mark of who took it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.inzage.gebied import GELDERLAND
from paraplu.inzage.uitvoer import Kolom, Uitvoerblad, Waarmerk, schrijf_xlsx
from paraplu.inzage.uitvoer.blad import GETAL
from paraplu.web.actions import write_spoor

from .. import queries
from ..stand import Stand
from .keuze import DOEL, Blik, choose_partij, read_afspraak, read_blik

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@transaction.atomic
def resultaten_uitvoer(request: HttpRequest) -> HttpResponse:
    """All eleven of one party, or one agreement with every party."""
    blik = read_blik(request)
    standen, wat = _read(request, blik)
    naam = f"paraplu-{wat}-{blik.jaar}"
    write_spoor(
        gebruiker=request.user,
        handeling="uitvoer",
        voorwerp=f"{naam}.xlsx: {len(standen)} standen",
        doel=DOEL,
    )
    inhoud = schrijf_xlsx(
        [make_blad(standen), make_pad(standen), make_onderdelen(standen)],
        waarmerk=Waarmerk.van(request.user, wanneer=now(), doel=DOEL),
        bewijsregels=list_bewijs(standen),
    )
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.xlsx"'
    return antwoord


def _read(request: HttpRequest, blik: Blik) -> tuple[list[Stand], str]:
    if code := request.GET.get("afspraak", ""):
        afspraak = read_afspraak(code)
        partijen = queries.list_partijen(afspraak, blik.cijfers)
        gekozen = choose_partij(blik, afspraak)
        return blik.read([afspraak], list(dict.fromkeys([gekozen, *partijen]))), code
    partij = blik.partij if blik.partij.soort else GELDERLAND
    return blik.read(queries.afspraken_of(partij), [partij]), partij.sleutel or "gelderland"


def make_blad(standen: Sequence[Stand]) -> Uitvoerblad:
    """One row per agreement and party."""
    kolommen = (
        Kolom("afspraak", _("Afspraak")),
        Kolom("naam", _("Naam")),
        Kolom("partij", _("Partij")),
        Kolom("jaar", _("Jaar")),
        Kolom("status", _("Status")),
        Kolom("cijfer", _("Cijfer"), GETAL),
        Kolom("grens", _("Norm"), GETAL),
        Kolom("richting", _("Richting")),
        Kolom("eenheid", _("Eenheid")),
        Kolom("uitleg", _("Uitleg")),
        Kolom("ontbreekt", _("Ontbreekt")),
    )
    return Uitvoerblad(_("Standen"), kolommen, tuple(_row(stand) for stand in standen))


def _row(stand: Stand) -> tuple[Any, ...]:
    return (
        stand.afspraak.code,
        stand.afspraak.naam,
        stand.partij.naam,
        str(stand.jaar),
        str(stand.status),
        stand.cijfer,
        stand.grens,
        stand.afspraak.richting,
        stand.eenheid,
        stand.uitleg,
        "; ".join(f"{g.wat} ({g.van})" if g.van else g.wat for g in stand.ontbreekt),
    )


def make_pad(standen: Sequence[Stand]) -> Uitvoerblad:
    """Measured and path per year."""
    kolommen = (
        Kolom("afspraak", _("Afspraak")),
        Kolom("partij", _("Partij")),
        Kolom("jaar", _("Jaar")),
        Kolom("gemeten", _("Gemeten"), GETAL),
        Kolom("grens", _("Norm"), GETAL),
        Kolom("pad", _("Pad"), GETAL),
        Kolom("eenheid", _("Eenheid")),
    )
    rijen = tuple(
        (s.afspraak.code, s.partij.naam, str(p.jaar), p.gemeten, p.grens, p.pad, s.eenheid)
        for s in standen
        for p in s.pad
    )
    return Uitvoerblad(_("Pad per jaar"), kolommen, rijen)


def make_onderdelen(standen: Sequence[Stand]) -> Uitvoerblad:
    """The numbers behind each figure."""
    kolommen = (
        Kolom("afspraak", _("Afspraak")),
        Kolom("partij", _("Partij")),
        Kolom("naam", _("Onderdeel")),
        Kolom("waarde", _("Waarde"), GETAL),
        Kolom("eenheid", _("Eenheid")),
    )
    rijen = tuple(
        (s.afspraak.code, s.partij.naam, deel.naam, deel.waarde, deel.eenheid)
        for s in standen
        for deel in s.onderdelen
    )
    return Uitvoerblad(_("Onderdelen"), kolommen, rijen)


def list_bewijs(standen: Sequence[Stand]) -> list[tuple[str, str]]:
    """What each agreement measures, and as known on which day."""
    afspraken = {stand.afspraak.code: stand.afspraak for stand in standen}
    regels = [(code, afspraak.meting) for code, afspraak in afspraken.items()]
    dag = next((stand.bekend_op for stand in standen if stand.bekend_op), None)
    return [*regels, (_("Zoals bekend op"), dag.isoformat() if dag else _("nu"))]

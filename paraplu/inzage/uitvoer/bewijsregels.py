"""The receipt of a figure as lines of what and what it says, for in a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import toon

Regel = tuple[str, str]


def make_bewijsregels(bewijs: Any) -> list[Regel]:
    """Definition, version, period, area, counts, deliveries, data and code of a `Bewijs`."""
    return [
        *_definitie(bewijs.definitie),
        (_("Lezing"), bewijs.variant),
        (_("Periode"), f"{bewijs.periode} ({bewijs.begin} t/m {bewijs.einde})"),
        (_("Keuze"), _noem_filters(bewijs.filters)),
        *(
            (_("Cijfer: %(naam)s") % {"naam": m.naam}, _getal(m.waarde, m.eenheid))
            for m in bewijs.maten
        ),
        (_("Regels die in aanmerking kwamen"), _getal(bewijs.kandidaten)),
        (_("Regels die meetellen"), _getal(bewijs.geteld)),
        *(
            (_("Telt niet mee: %(reden)s") % {"reden": reden}, _getal(aantal))
            for reden, aantal in bewijs.afgevallen
        ),
        *_herkomst(bewijs),
        *_gegevens(bewijs.gegevens),
        (_("Programma"), _("versie %(pakket)s, stempel %(stempel)s") % vars_van(bewijs.code)),
    ]


def vars_van(code: Any) -> dict[str, str]:
    """Package and stamp of the code."""
    return {"pakket": code.pakket, "stempel": code.stempel}


def _definitie(definitie: Any) -> Iterator[Regel]:
    yield _("Waarde"), f"{definitie.code} {definitie.naam}"
    yield _("Wat telt"), " ".join(definitie.tekst.split())
    yield (
        _("Definitie"),
        _("versie %(versie)s, vingerafdruk %(vingerafdruk)s")
        % {
            "versie": definitie.versie,
            "vingerafdruk": definitie.vingerafdruk,
        },
    )
    yield _("Bron"), definitie.bron
    yield _("Afspraak"), ", ".join(definitie.vereisten)
    yield _("Zo gelezen"), ", ".join(definitie.lezingen)
    for opmerking in definitie.opmerkingen:
        yield _("Let op"), opmerking


def _herkomst(bewijs: Any) -> Iterator[Regel]:
    if bewijs.herkomst is None:
        yield _("Leveringen"), bewijs.verborgen
        return
    herkomst = bewijs.herkomst
    if herkomst.aantal:
        yield (
            _("Leveringen"),
            _("%(aantal)s, van %(eerste)s tot en met %(laatste)s")
            % {
                "aantal": herkomst.aantal,
                "eerste": herkomst.eerste,
                "laatste": herkomst.laatste,
            },
        )
    else:
        yield _("Leveringen"), _("geen")
    for raakvlak in bewijs.raakvlakken or ():
        yield (
            _("Bevinding %(sleutel)s") % {"sleutel": raakvlak.sleutel},
            f"{raakvlak.titel}: {raakvlak.aantal}",
        )


def _gegevens(gegevens: Any) -> Iterator[Regel]:
    yield _("Gegevens"), _("versie %(versie)s") % {"versie": gegevens.dataversie}
    if gegevens.bekend_op:
        yield _("Zoals bekend op"), gegevens.bekend_op.isoformat()
    else:
        tot = gegevens.bijgewerkt_op.isoformat() if gegevens.bijgewerkt_op else _("geen levering")
        yield (
            _("Zoals bekend op"),
            _("alles tot en met de laatste levering: %(dag)s") % {"dag": tot},
        )
    yield _("Ingegaan na"), gegevens.ingegaan_na.isoformat()
    tabellen = ", ".join(
        f"{naam} {versie}" for naam, versie in gegevens.tabellen.items() if versie >= 0
    )
    yield _("Versies van de tabellen"), tabellen


def _noem_filters(filters: Any) -> str:
    return ", ".join(f"{naam}: {waarde}" for naam, waarde in filters.items()) or _("alles")


def _getal(waarde: Any, eenheid: str = "") -> str:
    tekst = str(toon(waarde, eenheid)).replace("\u00a0", " ")
    return f"{tekst} ({waarde.reden})" if isinstance(waarde, Verborgen) else tekst

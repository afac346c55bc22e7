"""The receipt and the messages of the small monitor, made of the figures that it gives itself."""

from __future__ import annotations

from datetime import date

from paraplu.monitor.bewijs.berichten import Berichtregel
from paraplu.monitor.bewijs.soorten import (
    Bewijs,
    Codebewijs,
    Definitiebewijs,
    Gegevensbewijs,
    Herkomst,
    Leveringdeel,
    Maatbewijs,
)

BIJGEWERKT = date(2024, 1, 15)


def maak_bewijs(monitor, code, *, variant, periode, filters, kijk, licht, raakvlakken):
    """What `make_bewijs` gives, with one delivery."""
    vraag = {"variant": variant, "periode": periode, "filters": filters}
    indicator = monitor.indicator(code)
    bon = monitor.bon(code, **vraag, kijk=kijk)
    waarden = monitor.waarde(code, **vraag, per="alles", kijk=kijk).rijen[0].waarden
    eigen = isinstance(bon.geteld, int)
    levering = Leveringdeel(levering="abc123", dag=BIJGEWERKT, brenger="Knooppunt", berichten=40)
    return Bewijs(
        definitie=Definitiebewijs(
            code=code,
            naam=indicator.naam,
            tekst=indicator.definitie,
            bron=indicator.bron,
            vereisten=indicator.vereisten,
            lezingen=indicator.lezingen,
            opmerkingen=indicator.opmerkingen,
            versie=1,
            vingerafdruk="0123456789abcdef",
            klopt=True,
        ),
        variant=indicator.kies_variant(variant),
        periode=periode.naam,
        begin=periode.begin,
        einde=periode.einde,
        filters=dict(filters or {}),
        maten=tuple(
            Maatbewijs(
                sleutel=maat.sleutel,
                naam=maat.naam,
                eenheid=maat.eenheid,
                waarde=waarden[maat.sleutel],
                leeswijze="het aantal regels",
                regels=bon.geteld,
            )
            for maat in indicator.maten
        ),
        kandidaten=bon.kandidaten,
        geteld=bon.geteld,
        afgevallen=tuple(bon.afgevallen),
        herkomst=Herkomst(leveringen=(levering,)) if eigen and not licht else None,
        raakvlakken=() if eigen and not licht and raakvlakken else None,
        gegevens=Gegevensbewijs(
            dataversie="7",
            tabellen={"bericht": 3, "start": 2},
            bladen={"tarieven": 1},
            bekend_op=None,
            bijgewerkt_op=BIJGEWERKT,
            ingegaan_na=date(2017, 1, 1),
        ),
        code=Codebewijs(pakket="0.1.0", stempel="abcdef012345"),
        verborgen="" if eigen else "Dit ziet alleen wie dit gebied zelf is.",
    )


def maak_berichten():
    """An allocation and its start between Ede and a provider, and one message between others."""
    return [
        Berichtregel(
            bericht=nummer,
            soort=soort,
            afzender=van,
            ontvanger=aan,
            dagtekening=date(2023, 1, 2),
            levering="abc123",
            leverdag=BIJGEWERKT,
            regel=1,
            wat=wat,
            status=status,
            reden=reden,
        )
        for nummer, soort, van, aan, wat, status, reden in (
            ("b1", "JW301", "0228", "90000101", "toewijzing", "telt", "de versie die geldt"),
            ("b2", "JW305", "90000101", "0228", "start", "ingetrokken", "trok deze melding in"),
            ("b3", "JW305", "90000102", "0202", "start", "telt", "de melding die geldt"),
        )
    ]

"""Which steps an incoming message closes, for parties that do not work with Paraplu.

`berichtenpost.verwerken` has recorded the facts before these are told. What was already done here
changes nothing: a message of our own that comes back finds its step closed. A step that cannot close
stays open for people; the message itself is on the page of the case.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction

from paraplu.berichten import lees
from paraplu.casussen.actions import close_stap, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Organisatie

from .actions.bepalen import BEPALING
from .actions.toewijzen import stay_involved
from .actions.versturen import latest
from .berichtenpost import bij_ontvangst, duiden
from .berichtenpost.bewaren import inhoud_van
from .berichtenpost.duiden import Betekenis
from .models import Toewijzing, Werkbericht

LOG = logging.getLogger(__name__)


def on_toewijzing(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """A 301 of a gemeente outside: the allocation is there and step 4 goes on (R100, R109)."""
    casus.refresh_from_db()
    bekend = Toewijzing.objects.filter(casus=casus, nummer=betekenis.toewijzing_nummer)
    if not bekend.exists():
        if not _create(casus, betekenis, on=on, omvang={}, nummer=betekenis.toewijzing_nummer):
            return
        register_gebeurtenis(
            casus=casus, soort=duiden.TOEWIJZING_ONTVANGEN, by=None, on=on, namens=casus.aanbieder
        )
    _close(casus, "toewijzen", "toegewezen", on=on)


def on_verzoek(
    *, betekenis: Betekenis, casus: Casus, bericht: Werkbericht, on: date, **_rest: Any
) -> None:
    """A 315 of a provider outside: it says yes and asks; the term of the gemeente begins (R108)."""
    casus.refresh_from_db()
    bekend = Toewijzing.objects.filter(casus=casus, referentie=betekenis.referentie)
    if not bekend.exists():
        omvang = _omvang_of(bericht, betekenis.referentie)
        if not _create(casus, betekenis, on=on, omvang=omvang, verzocht_op=on):
            return
        register_gebeurtenis(
            casus=casus, soort=duiden.VERZOEK_ONTVANGEN, by=None, on=on, namens=casus.gemeente
        )
    _close(casus, "reactie_aanbieder", "kan_leveren", on=on)
    _close(casus, "verzoek_toewijzing", "verzocht", on=on)


def on_afwijzing(*, casus: Casus, on: date, **_rest: Any) -> None:
    """A 319 with a reason: the provider may ask anew (R109)."""
    _close(casus, "toewijzen", "afgewezen", on=on)


def on_start(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """A 305: the provider said yes by it, and the help runs (R101)."""
    toewijzing = Toewijzing.objects.filter(
        casus=casus, nummer=betekenis.toewijzing_nummer, gestart_op__isnull=False
    ).first()
    if toewijzing is None:
        return
    _close(casus, "reactie_aanbieder", "kan_leveren", on=on)
    if _close(casus, "start_hulp", "hulp_gestart", on=on):
        stay_involved(toewijzing, on=on)


def on_afgekeurd(
    *, betekenis: Betekenis, casus: Casus, bericht: Werkbericht, on: date, **_rest: Any
) -> None:
    """A message of ours was refused: it counts as not sent; its sender has to do it again (OP286)."""
    heen = bericht.antwoord_op
    register_gebeurtenis(
        casus=casus,
        soort=duiden.BERICHT_AFGEKEURD,
        by=None,
        on=on,
        stap=heen.stap if heen else None,
        gegevens={"soort": betekenis.heenbericht[0], "codes": list(betekenis.codes)},
    )


BIJ: Final[Mapping[str, Callable[..., None]]] = {
    duiden.TOEWIJZING_ONTVANGEN: on_toewijzing,
    duiden.VERZOEK_ONTVANGEN: on_verzoek,
    duiden.VERZOEK_AFGEWEZEN: on_afwijzing,
    duiden.START_GEMELD: on_start,
    duiden.BERICHT_AFGEKEURD: on_afgekeurd,
}


def register_all() -> None:
    """Subscribe, after `verwerken`."""
    for soort, fn in BIJ.items():
        bij_ontvangst.register(soort, fn)


def _create(
    casus: Casus, betekenis: Betekenis, *, on: date, omvang: dict[str, Any], **velden: Any
) -> Toewijzing | None:
    """What a party outside coded; None while there is no bepaling to hang it on."""
    bepaling = latest(casus, BEPALING)
    aanbieder = Organisatie.objects.filter(code=betekenis.aanbieder).first()
    if bepaling is None or aanbieder is None or betekenis.product is None:
        return None
    if "nummer" in velden:
        velden["toegewezen_op"] = on
    return Toewijzing.objects.create(
        casus=casus,
        bepaling=bepaling,
        aanbieder=aanbieder,
        productcategorie=betekenis.product.categorie,
        productcode=betekenis.product.code,
        ingangsdatum=betekenis.datum or on,
        einddatum=betekenis.einddatum,
        referentie=betekenis.referentie,
        gecodeerd_op=on,
        **omvang,
        **velden,
    )


def _omvang_of(bericht: Werkbericht, referentie: str) -> dict[str, Any]:
    """The size that a 315 asks for; empty when it names a budget or nothing."""
    gelezen = lees(inhoud_van(bericht)).bericht
    if gelezen is None:
        return {}
    for een in gelezen.inhoud["Client"]["AangevraagdeProducten"]["AangevraagdProduct"]:
        if een["ReferentieAanbieder"] == referentie and (omvang := een.get("Omvang")):
            return {
                "volume": int(omvang["Volume"]),
                "eenheid": omvang["Eenheid"],
                "frequentie": omvang["Frequentie"],
            }
    return {}


def _close(casus: Casus, sleutel: str, uitkomst: str, *, on: date) -> bool:
    """Close the step if it is open and can close; whether that happened."""
    stap = CasusStap.objects.filter(casus=casus, sleutel=sleutel, afgerond_op=None).first()
    if stap is None:
        return False
    try:
        with transaction.atomic():
            close_stap(stap=stap, uitkomst=uitkomst, by=None, on=on)
    except CasusFout as fout:
        LOG.info("Een bericht sloot stap %s niet: %s", sleutel, type(fout).__name__)
        return False
    return True

"""Enter a message that came in: with its case, its answer, and word to who waits for it."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import Bericht
from paraplu.casussen.models import Casus

from . import bij_ontvangst
from .beantwoorden import Uitslag
from .bewaren import kenmerk_van_bericht, seal, sleutels_van, zet_klaar
from .duiden import BERICHT_AFGEKEURD, Betekenis, bsn_van, duid
from .koppelen import find_casus, find_heenbericht


def schrijf_heenbericht_in(
    bericht: Bericht, uitslag: Uitslag, inhoud: bytes, *, nu: datetime
) -> Werkbericht:
    """A 301, 305, 307, 315 or 319 that has an answer; refused, it means nothing (OP286)."""
    kop = bericht.inhoud["Header"]
    betekenissen = () if uitslag.codes else duid(bericht)
    bsn = bsn_van(bericht)
    casussen = [find_casus(een, bsn=bsn) for een in betekenissen]
    rij = _create(
        bericht,
        inhoud,
        nu=nu,
        afzender=kop["Afzender"],
        ontvanger=kop["Ontvanger"],
        identificatie=kop["BerichtIdentificatie"]["Identificatie"],
        dagtekening=kop["BerichtIdentificatie"]["Dagtekening"],
        casus=next((casus for casus in casussen if casus), None),
        status=Werkbericht.Status.AFGEKEURD if uitslag.codes else Werkbericht.Status.BEANTWOORD,
        retourcodes=" ".join(uitslag.codes),
        sleutels=sleutels_van(betekenissen),
    )
    if uitslag.retour is not None:
        zet_klaar(uitslag.retour, casus=rij.casus, antwoord_op=rij)
    _tell(betekenissen, casussen, rij, nu)
    return rij


def schrijf_antwoord_in(bericht: Bericht, inhoud: bytes, *, nu: datetime) -> Werkbericht | None:
    """A retour, with what it says written at the message that it answers; None without that one."""
    kop = bericht.inhoud["Header"]
    (betekenis,) = duid(bericht)
    heen = find_heenbericht(betekenis, afzender=kop["Afzender"], ontvanger=kop["Ontvanger"])
    if heen is None:
        return None
    afgekeurd = betekenis.soort == BERICHT_AFGEKEURD
    heen.status = Werkbericht.Status.AFGEKEURD if afgekeurd else Werkbericht.Status.BEANTWOORD
    heen.retourcodes = " ".join(betekenis.codes)
    heen.afgehandeld = nu
    heen.save(update_fields=["status", "retourcodes", "afgehandeld"])
    rij = _create(
        bericht,
        inhoud,
        nu=nu,
        afzender=kop["Ontvanger"],
        ontvanger=kop["Afzender"],
        identificatie=kop["IdentificatieRetour"],
        dagtekening=kop["DagtekeningRetour"],
        casus=heen.casus,
        stap=heen.stap,
        antwoord_op=heen,
        status=Werkbericht.Status.ONTVANGEN,
        retourcodes=heen.retourcodes,
    )
    _tell((betekenis,), [heen.casus], rij, nu)
    return rij


def _create(bericht: Bericht, inhoud: bytes, *, nu: datetime, **velden: object) -> Werkbericht:
    return Werkbericht.objects.create(
        richting=Werkbericht.Richting.IN,
        soort=bericht.soort,
        kenmerk=kenmerk_van_bericht(bericht),
        inhoud=seal(inhoud),
        afgehandeld=nu,
        **velden,
    )


def _tell(
    betekenissen: tuple[Betekenis, ...],
    casussen: list[Casus | None],
    rij: Werkbericht,
    nu: datetime,
) -> None:
    for betekenis, casus in zip(betekenissen, casussen, strict=True):
        if casus is not None:
            bij_ontvangst.tell(betekenis=betekenis, casus=casus, bericht=rij, on=localdate(nu))

"""To which case a message belongs: by its allocation or reference, else by the child and the parties."""

from __future__ import annotations

from django.db.models import Q

from paraplu.aanmelden.models import Werkbericht
from paraplu.casussen import kluis
from paraplu.casussen.models import Casus

from .duiden import Betekenis


def find_casus(betekenis: Betekenis, *, bsn: str) -> Casus | None:
    """The case of this meaning; None when there is none, or more than one could be meant.

    An allocation or reference counts only between the same two parties and for the same child: a
    number that is mistyped must not reach somebody else's case (P47).
    """
    return _by_key(betekenis, bsn) or _by_child(betekenis, bsn)


def find_heenbericht(betekenis: Betekenis, *, afzender: str, ontvanger: str) -> Werkbericht | None:
    """The message of ours that an answer is about; `afzender` and `ontvanger` as its header says."""
    soort, identificatie = betekenis.heenbericht
    return Werkbericht.objects.filter(
        richting=Werkbericht.Richting.UIT,
        soort=soort,
        identificatie=identificatie,
        afzender=afzender,
        ontvanger=ontvanger,
    ).first()


def _by_key(betekenis: Betekenis, bsn: str) -> Casus | None:
    if not betekenis.sleutels:
        return None
    heen = Q(afzender=betekenis.gemeente, ontvanger=betekenis.aanbieder)
    terug = Q(afzender=betekenis.aanbieder, ontvanger=betekenis.gemeente)
    eerder = (
        Werkbericht.objects.filter(heen | terug, sleutels__overlap=list(betekenis.sleutels))
        .exclude(casus=None)
        .select_related("casus__kind")
        .order_by("-id")
    )
    for bericht in eerder[:20]:
        if not bsn or bericht.casus.kind.bsn_kenmerk == kluis.kenmerk(bsn):
            return bericht.casus
    return None


def _by_child(betekenis: Betekenis, bsn: str) -> Casus | None:
    """The one open case of this child between these parties: how a first 315 finds its case."""
    if not bsn:
        return None
    open_ = Casus.objects.filter(
        kind__bsn_kenmerk=kluis.kenmerk(bsn),
        gemeente__code=betekenis.gemeente,
        aanbieder__code=betekenis.aanbieder,
        afgesloten_op=None,
    )
    gevonden = list(open_[:2])
    return gevonden[0] if len(gevonden) == 1 else None

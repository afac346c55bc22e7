"""From messages to what they say has happened, each message once (P48) and without its BSN."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.verloop.gebeurtenissen import Bevestigd, Gebeurtenis, Kop, Verstuurd
from paraplu.berichten.verloop.vertalen import LEZERS, Inhoud, Kinderen, retourcodes
from paraplu.berichten.verloop.zinnen import Afwijking

#: Which message a retourbericht answers.
BEANTWOORDT: Final = {
    "JW302": "JW301",
    "JW306": "JW305",
    "JW308": "JW307",
    "JW316": "JW315",
    "JW318": "JW317",
    "JW320": "JW319",
}
#: Sent by the gemeente; their retour copies the header, also who sent it (IV028).
VAN_GEMEENTE: Final = frozenset({"JW301", "JW302", "JW319", "JW320", "JW325"})
GOED: Final = "0200"


def lees_gebeurtenissen(
    berichten: Iterable[Bericht],
) -> tuple[tuple[Gebeurtenis, ...], tuple[Afwijking, ...]]:
    """What the messages say, in a fixed order; and messages with one identity but two contents.

    The order in which they come has no meaning (OP080): any other order gives the same. A message
    without a header that can be read says nothing, and so do 303 and 304 of iJw 2.3.
    """
    kinderen = Kinderen()
    uit: list[Gebeurtenis] = []
    afwijkingen = []
    rijen = sorted(_met_kenmerk(berichten), key=lambda rij: rij[:3])
    for (kop, retour), groep in groupby(rijen, key=lambda rij: rij[:2]):
        versies = {rij[2]: rij[3] for rij in groep}
        eerste = next(iter(versies.values()))
        if len(versies) > 1:
            afwijkingen.append(Afwijking(regel="TR056", kop=kop))
        uit += _gebeurtenissen(eerste, kop, dag(retour), kinderen)
    return tuple(uit), tuple(afwijkingen)


def _met_kenmerk(berichten: Iterable[Bericht]) -> Iterator[tuple[Kop, str, str, Inhoud]]:
    """Header, identity of the answer, and content as text and as it is."""
    for bericht in berichten:
        kop = lees_kop(bericht)
        if kop is None:
            continue
        header = bericht.inhoud["Header"]
        # The date goes first: of more answers on one message the first counts.
        retour = header.get("DagtekeningRetour", "").strip()
        inhoud = json.dumps(bericht.inhoud, sort_keys=True)
        yield kop, retour, header.get("IdentificatieRetour", "") + inhoud, bericht.inhoud


def lees_kop(bericht: Bericht) -> Kop | None:
    """What identifies the message; None when its header cannot be read."""
    header = bericht.inhoud.get("Header", {})
    kenmerk = header.get("BerichtIdentificatie", {})
    dagtekening = dag(kenmerk.get("Dagtekening"))
    partijen = (header.get("Afzender", "").strip(), header.get("Ontvanger", "").strip())
    if dagtekening is None or not all(partijen):
        return None
    gemeente, aanbieder = partijen if bericht.soort in VAN_GEMEENTE else partijen[::-1]
    return Kop(
        dagtekening=dagtekening,
        soort=bericht.soort,
        release=bericht.release,
        gemeente=gemeente,
        aanbieder=aanbieder,
        identificatie=kenmerk.get("Identificatie", ""),
    )


def _gebeurtenissen(
    inhoud: Inhoud, kop: Kop, retour: date | None, kinderen: Kinderen
) -> Iterator[Gebeurtenis]:
    if kop.soort in BEANTWOORDT:
        if retour is not None:
            heen = replace(kop, soort=BEANTWOORDT[kop.soort])
            yield Bevestigd(heen=heen, dag=retour, is_goed=set(retourcodes(inhoud)) <= {GOED})
        return
    if kop.soort in BEANTWOORDT.values():
        yield Verstuurd(kop=kop)
    lezer = LEZERS.get(kop.soort)
    if lezer is not None:
        yield from lezer(inhoud, kop, kinderen)

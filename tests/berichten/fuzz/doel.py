"""What must hold for any bytes that somebody calls a message; broken, it raises AssertionError."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

from paraplu.berichten import Bericht, Bevinding, Gelezen, controleer, lees, schrijf
from paraplu.berichten.regels.register import regels
from paraplu.berichten.stroom import Deel, Kop, Slot, lees_stroom

VANDAAG = date(2026, 11, 22)
KOSTEN = ("bericht", "client", "regel", "")
CODE = re.compile(r"PAR\d{3}")


def proef(inhoud: bytes) -> None:
    """Read these bytes in every way, and compare."""
    gelezen = lees(inhoud, bestand="proef.xml", vandaag=VANDAAG)
    for bevinding in gelezen.bevindingen:
        keur_bevinding(bevinding)
    assert controleer(inhoud, bestand="proef.xml", vandaag=VANDAAG) == gelezen.bevindingen
    keur_stroom(inhoud, gelezen)
    if gelezen.bericht is not None and not gelezen.bevindingen:
        keur_terug(gelezen.bericht)


def keur_bevinding(bevinding: Bevinding) -> None:
    """A finding says where, which rule, what and what to do."""
    assert bevinding.code in regels() or CODE.fullmatch(bevinding.code), bevinding
    assert bevinding.tekst and bevinding.remedie and bevinding.regel >= 0, bevinding
    assert bevinding.weigert in KOSTEN, bevinding


def keur_stroom(inhoud: bytes, gelezen: Gelezen) -> None:
    """The stream has one Kop at most, one Slot at the end, the same verdict and the same findings."""
    stukken = list(lees_stroom(BytesIO(inhoud), bestand="proef.xml", vandaag=VANDAAG))
    slot = stukken[-1]
    assert isinstance(slot, Slot) and sum(isinstance(stuk, Slot) for stuk in stukken) == 1
    assert sum(isinstance(stuk, Kop) for stuk in stukken) <= 1
    assert slot.geweigerd == (gelezen.bericht is None)
    gevonden = {stuk for stuk in stukken if isinstance(stuk, Bevinding)}
    for bevinding in gevonden:
        keur_bevinding(bevinding)
    if not slot.geweigerd:
        assert gevonden == set(gelezen.bevindingen)
        assert slot.regels == sum(stuk.aantal for stuk in stukken if isinstance(stuk, Deel))


def keur_terug(bericht: Bericht) -> None:
    """What was read without a finding is the same when it was written and read again."""
    opnieuw = lees(schrijf(bericht), bestand="proef.xml", vandaag=VANDAAG)
    assert opnieuw.bericht == bericht and not opnieuw.bevindingen

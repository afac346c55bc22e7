"""What must hold for any bytes that somebody calls a message; broken, it raises AssertionError."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

from paraplu.berichten import Bericht, Bevinding, controleer, lees, schrijf
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
    keur_stroom(inhoud, geweigerd=gelezen.bericht is None)
    if gelezen.bericht is not None and not gelezen.bevindingen:
        keur_terug(gelezen.bericht)


def keur_bevinding(bevinding: Bevinding) -> None:
    """A finding says where, which rule, what and what to do."""
    assert bevinding.code in regels() or CODE.fullmatch(bevinding.code), bevinding
    assert bevinding.tekst and bevinding.remedie and bevinding.regel >= 0, bevinding
    assert bevinding.weigert in KOSTEN, bevinding


def keur_stroom(inhoud: bytes, *, geweigerd: bool) -> None:
    """The stream has one Kop at most, one Slot at the end, and the same verdict."""
    stukken = list(lees_stroom(BytesIO(inhoud), bestand="proef.xml"))
    slot = stukken[-1]
    assert isinstance(slot, Slot) and sum(isinstance(stuk, Slot) for stuk in stukken) == 1
    assert sum(isinstance(stuk, Kop) for stuk in stukken) <= 1
    assert slot.geweigerd == geweigerd
    for stuk in stukken:
        if isinstance(stuk, Bevinding):
            keur_bevinding(stuk)
    if not geweigerd:
        assert slot.regels == sum(stuk.aantal for stuk in stukken if isinstance(stuk, Deel))


def keur_terug(bericht: Bericht) -> None:
    """What was read without a finding is the same when it was written and read again."""
    opnieuw = lees(schrijf(bericht), bestand="proef.xml", vandaag=VANDAAG)
    assert opnieuw.bericht == bericht and not opnieuw.bevindingen

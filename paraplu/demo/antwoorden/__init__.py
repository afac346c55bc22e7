"""The known answers: every value of the monitor, computed from the world's own events.

By the same definitions as the monitor, but not by it, and not from messages: the world knows what
happened, what it told and when. So the two can be compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from paraplu.demo.antwoorden import afschaling, geld, hulp, maatregelen
from paraplu.demo.antwoorden.kennis import Kennis
from paraplu.demo.antwoorden.keten import VARIANTEN
from paraplu.demo.antwoorden.tellen import ALLE_PER, Maat, Rij, Waarde, tel
from paraplu.demo.leveringen import laatste_maand
from paraplu.demo.wereld.dagen import laatste_dag
from paraplu.demo.wereld.wereld import Wereld

Rijen = Callable[[Kennis, date, date, str], list[Rij]]
ZONDER_TUSSENTAAL = tuple(per for per in ALLE_PER if per != "tussentaal")
ZONDER_GI = tuple(per for per in ALLE_PER if per != "gi")


@dataclass(frozen=True)
class Vraag:
    """One value with its readings and what it can be split by."""

    code: str
    varianten: tuple[str, ...]
    rijen: Rijen
    maten: dict[str, Maat]
    per: tuple[str, ...] = ALLE_PER


VRAGEN = (
    Vraag("V1", ("toegekend",), maatregelen.v1, maatregelen.V1_MATEN),
    Vraag("V1a", ("toegekend",), maatregelen.v1a, maatregelen.V1A_MATEN),
    Vraag("V1b", ("lopende_maatregel", "verwijzer_gi"), hulp.v1b, hulp.V1B_MATEN),
    Vraag("V2a", VARIANTEN, maatregelen.v2a, maatregelen.V2A_MATEN),
    Vraag("V2b", VARIANTEN, maatregelen.v2b, maatregelen.V2B_MATEN),
    Vraag("V2c", VARIANTEN, maatregelen.v2c, maatregelen.V2C_MATEN),
    Vraag("V3", VARIANTEN, maatregelen.v3, maatregelen.V3_MATEN),
    Vraag("V4", ("volledig", "letterlijk"), hulp.v4, hulp.V4_MATEN, ZONDER_TUSSENTAAL),
    Vraag("V5", ("volledig", "letterlijk"), hulp.v5, hulp.V4_MATEN, ZONDER_TUSSENTAAL),
    Vraag("V6", VARIANTEN, hulp.v6, hulp.V6_MATEN),
    Vraag("V7", ("volgorde", "letterlijk", "algemeen"), afschaling.v7, afschaling.V7_MATEN),
)
#: Which side of a transfer belongs to which value.
OVERDRACHT = {"V2a": ("overdracht_in", 0), "V2b": ("overdracht_uit", 1)}


@dataclass(frozen=True)
class Antwoord:
    """The figures of one value, reading, period and split."""

    code: str
    variant: str
    periode: str
    per: str
    rijen: dict[str, dict[str, Waarde]]


def perioden(wereld: Wereld) -> list[tuple[str, date, date]]:
    """Every year; of the last year also the quarters and two months."""
    eerste, laatste = wereld.instelling.eerste_jaar, wereld.instelling.laatste_jaar
    uit = [(str(jaar), date(jaar, 1, 1), date(jaar, 12, 31)) for jaar in range(eerste, laatste + 1)]
    for kwartaal in range(1, 5):
        maand = laatste * 12 + 3 * kwartaal - 1
        begin = date(laatste, 3 * kwartaal - 2, 1)
        uit.append((f"{laatste}-K{kwartaal}", begin, laatste_dag(maand)))
    for nummer in (3, 11):
        maand = laatste * 12 + nummer - 1
        uit.append((f"{laatste}-{nummer:02d}", date(laatste, nummer, 1), laatste_dag(maand)))
    return uit


def bereken(
    wereld: Wereld,
    *,
    bekend_op: date | None = None,
    meld: Callable[[int, int], None] = lambda klaar, totaal: None,
) -> Iterator[Antwoord]:
    """All known answers, as they were after the deliveries about days up to `bekend_op`.

    Without it: after the last delivery. Quarters and months are split by region at most.
    """
    kennis = Kennis(wereld, bekend_op or laatste_dag(laatste_maand(wereld)))
    alle = perioden(wereld)
    for klaar, (naam, van, tot) in enumerate(alle, start=1):
        heel_jaar = "-" not in naam
        for vraag in VRAGEN:
            kies = vraag.per if heel_jaar else vraag.per[:2]
            for variant in vraag.varianten:
                rijen = vraag.rijen(kennis, van, tot, variant)
                for per in kies:
                    cijfers = tel(rijen, per, vraag.maten)
                    if vraag.code in OVERDRACHT:
                        telling = maatregelen.overdrachten(kennis, van, tot, variant, per=per)
                        _voeg_overdracht(cijfers, vraag, telling)
                    yield Antwoord(vraag.code, variant, naam, per, cijfers)
        if heel_jaar:
            yield from _budget(kennis, wereld, int(naam))
        meld(klaar, len(alle))


def _voeg_overdracht(
    cijfers: dict[str, dict[str, Waarde]], vraag: Vraag, telling: dict[str, tuple[int, int]]
) -> None:
    """Add transfers in or out, of which a literal period has none."""
    maat, kant = OVERDRACHT[vraag.code]
    for sleutel, paar in telling.items():
        cijfers.setdefault(sleutel, dict.fromkeys(vraag.maten, 0))[maat] = paar[kant]
    for rij in cijfers.values():
        rij.setdefault(maat, 0)


def _budget(kennis: Kennis, wereld: Wereld, jaar: int) -> Iterator[Antwoord]:
    """V6b is about the year before, so the first year has none."""
    if jaar == wereld.instelling.eerste_jaar:
        return
    rijen = geld.v6b(kennis, wereld.instelling, jaar - 1)
    for per in ZONDER_GI:
        cijfers = tel(rijen, per, geld.V6B_MATEN)
        yield Antwoord("V6b", "letterlijk", str(jaar), per, cijfers)
    ruimte = geld.v6c(kennis, wereld, jaar)
    yield Antwoord("V6c", "letterlijk", str(jaar), "aanbieder", ruimte)


def schrijf_antwoorden(
    wereld: Wereld, pad: Path, meld: Callable[[int, int], None] = lambda klaar, totaal: None
) -> None:
    """Write them as JSON: a list with code, variant, periode, per and rijen."""
    inhoud: list[dict[str, Any]] = [
        {
            "code": a.code,
            "variant": a.variant,
            "periode": a.periode,
            "per": a.per,
            "rijen": a.rijen,
        }
        for a in bereken(wereld, meld=meld)
    ]
    with pad.open("w", encoding="utf-8") as bestand:
        json.dump(inhoud, bestand, ensure_ascii=False, separators=(",", ":"))


def lees_antwoorden(pad: Path) -> list[Antwoord]:
    """Read them again."""
    return [Antwoord(**antwoord) for antwoord in json.loads(pad.read_text(encoding="utf-8"))]

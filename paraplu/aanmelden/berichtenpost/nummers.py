"""Numbers that are given out once: of allocations per gemeente, of messages per sender."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from paraplu.aanmelden.models import Nummerreeks
from paraplu.berichten import elfproef

#: Where Paraplu begins, when a gemeente does not say otherwise: eight digits, so that its own
#: back office can go on with lower numbers, and none is as long as a BSN.
EERSTE_TOEWIJZING: Final = 70_000_001
HOOGSTE_NUMMER: Final = 999_999_999


class ReeksVol(Exception):
    """No number is left in this row."""


def volgend_toewijzingnummer(gemeente: str) -> int:
    """The next number of an allocation of this gemeente (TR332, OP275).

    Part of the caller's transaction: what is rolled back gives its number back. Never one that could
    be read as a BSN.
    """
    nummer = _next(Nummerreeks.Soort.TOEWIJZING, gemeente, eerste=EERSTE_TOEWIJZING)
    if nummer > HOOGSTE_NUMMER:
        raise ReeksVol(f"De toewijzingnummers van gemeente {gemeente} zijn op.")
    return nummer


def volgende_identificatie(afzender: str) -> str:
    """The next identification of a message of this sender: unique over all kinds (TR056)."""
    return f"PPL-{_next(Nummerreeks.Soort.BERICHT, afzender, eerste=1):08}"


@transaction.atomic
def start_reeks(gemeente: str, *, eerste: int) -> None:
    """Let the allocations of this gemeente begin at `eerste`, before the first one is given out."""
    Nummerreeks.objects.create(
        soort=Nummerreeks.Soort.TOEWIJZING, eigenaar=gemeente, laatste=eerste - 1
    )


@transaction.atomic
def _next(soort: str, eigenaar: str, *, eerste: int) -> int:
    Nummerreeks.objects.get_or_create(
        soort=soort, eigenaar=eigenaar, defaults={"laatste": eerste - 1}
    )
    reeks = Nummerreeks.objects.select_for_update().get(soort=soort, eigenaar=eigenaar)
    reeks.laatste += 1
    while elfproef(f"{reeks.laatste:09}"):
        reeks.laatste += 1
    reeks.save(update_fields=["laatste"])
    return reeks.laatste

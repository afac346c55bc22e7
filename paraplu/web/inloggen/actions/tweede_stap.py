"""Setting up a second step, checking its numbers, and taking it away."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from ...actions import hash_sleutel, write_spoor
from ...models import Gebruiker, Herstelcode, TweedeStap
from .. import rem, totp
from ..geheim import decrypt, encrypt

#: Letters and digits that nobody confuses; 10 of them are 49 bits.
TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"
AANTAL = 10
LENGTE = 10


class CodeOnjuist(Exception):
    """No number of now, no unused recovery code, or a number that was used before."""


class TeVaakMis(Exception):
    """Too many wrong numbers; the door is closed for a while."""


def prepare_tweede_stap(*, gebruiker: Gebruiker) -> TweedeStap:
    """A new secret to put in an app; nothing is asked until it is confirmed."""
    stap, _nieuw = TweedeStap.objects.update_or_create(
        gebruiker=gebruiker,
        bevestigd_op=None,
        defaults={"geheim": encrypt(totp.make_geheim(), van=gebruiker.pk), "laatste_tel": 0},
    )
    return stap


@transaction.atomic
def confirm_tweede_stap(*, stap: TweedeStap, code: str, op: datetime) -> list[str]:
    """Begin to ask for numbers, now that the app shows the right one. Returns recovery codes.

    Raises CodeOnjuist; guessing helps nobody here, because the secret is on the same page.
    """
    if not _use_number(stap, code, op=op):
        raise CodeOnjuist
    TweedeStap.objects.filter(pk=stap.pk).update(bevestigd_op=op)
    write_spoor(gebruiker=stap.gebruiker, handeling="tweede stap aanzetten", doel="toegang")
    return renew_herstelcodes(stap=stap)


def check_code(*, gebruiker: Gebruiker, code: str, op: datetime) -> None:
    """Accept a number of the app or a recovery code, each once. Raises CodeOnjuist or TeVaakMis."""
    fout = _check(gebruiker=gebruiker, code=code, op=op)
    if fout is not None:
        raise fout


@transaction.atomic
def _check(*, gebruiker: Gebruiker, code: str, op: datetime) -> Exception | None:
    """Returns instead of raising: the miss and its trace must stay, not be rolled back."""
    # The lock makes simultaneous guesses wait for each other, so that each is counted.
    stap = TweedeStap.objects.select_for_update().filter(gebruiker=gebruiker).first()
    if stap is None or stap.bevestigd_op is None:
        return CodeOnjuist()
    if rem.is_geremd(gebruiker=gebruiker, op=op):
        return TeVaakMis()
    kaal = "".join(teken for teken in code.lower() if teken.isalnum())
    if _use_number(stap, kaal, op=op) or _use_herstelcode(stap, kaal, op=op):
        return None
    rem.count_misser(gebruiker=gebruiker)
    write_spoor(gebruiker=gebruiker, handeling="tweede stap", doel="toegang", resultaat="geweigerd")
    return CodeOnjuist()


def _use_number(stap: TweedeStap, code: str, *, op: datetime) -> bool:
    """Whether it is a number of now that was not used; it, and all before it, are used up then."""
    kaal = "".join(teken for teken in code if teken.isalnum())
    tel = totp.matching_tel(decrypt(stap.geheim, van=stap.gebruiker_id), kaal, op=op)
    if tel is None:
        return False
    ongebruikt = TweedeStap.objects.filter(pk=stap.pk, laatste_tel__lt=tel)
    return bool(ongebruikt.update(laatste_tel=tel))


def _use_herstelcode(stap: TweedeStap, code: str, *, op: datetime) -> bool:
    sleutel = _hash(stap.gebruiker_id, code)
    gebruikt = stap.herstelcodes.filter(sleutel=sleutel, gebruikt_op=None).update(gebruikt_op=op)
    if gebruikt:
        write_spoor(gebruiker=stap.gebruiker, handeling="herstelcode gebruiken", doel="toegang")
    return bool(gebruikt)


@transaction.atomic
def renew_herstelcodes(*, stap: TweedeStap) -> list[str]:
    """New recovery codes instead of the old; they can be shown now and never again."""
    codes = ["".join(secrets.choice(TEKENS) for _ in range(LENGTE)) for _ in range(AANTAL)]
    stap.herstelcodes.all().delete()
    Herstelcode.objects.bulk_create(
        Herstelcode(tweede_stap=stap, sleutel=_hash(stap.gebruiker_id, code)) for code in codes
    )
    write_spoor(gebruiker=stap.gebruiker, handeling="herstelcodes maken", doel="toegang")
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def remove_tweede_stap(*, gebruiker: Gebruiker, by: Gebruiker | None) -> None:
    """Take the second step and its recovery codes away; `by` None from the command line."""
    TweedeStap.objects.filter(gebruiker=gebruiker).delete()
    write_spoor(
        gebruiker=by,
        handeling="tweede stap weghalen",
        voorwerp=f"account {gebruiker.pk}",
        doel="toegang",
    )


def _hash(gebruiker: int, code: str) -> str:
    return hash_sleutel("herstelcode", f"{gebruiker} {code}")

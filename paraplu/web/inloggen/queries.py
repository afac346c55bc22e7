"""Which accounts someone may review, with all that is needed to judge them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from ..models import Besluit, Gebruiker, Organisatie, Soort, TweedeStap

#: After so long without a login an account asks for attention.
SLAAPT_NA = timedelta(days=90)

#: Functions at work of accounts: a room above this one knows them and registers its reader.
Functies = Callable[[Iterable[int], date], Mapping[int, list[str]]]
_functies: list[Functies] = []


def register_functies(lezer: Functies) -> None:
    """Let the review show what `lezer` knows: (account numbers, day) -> functions per number."""
    _functies.append(lezer)


@dataclass(frozen=True)
class Rij:
    """One account as the review shows it."""

    gebruiker: Gebruiker
    functies: list[str]
    #: Where one logs in with it: key of a provider, else "".
    diensten: list[str]
    tweede_stap: bool
    slaapt: bool
    loopt: bool
    nagezien_op: date | None


def accounts_for(gebruiker: Gebruiker) -> QuerySet[Gebruiker]:
    """The accounts this user may review: the administrator all, others their own organisation."""
    if gebruiker.soort == Soort.BEHEERDER:
        return Gebruiker.objects.all()
    return Gebruiker.objects.filter(
        organisatie_soort=gebruiker.organisatie_soort,
        organisatie_code=gebruiker.organisatie_code,
    ).exclude(organisatie_soort=Organisatie.BEHEER)


def review(accounts: QuerySet[Gebruiker]) -> QuerySet[Gebruiker]:
    """The accounts in the order of the list, with what a Rij needs, in a fixed number of queries."""
    return (
        accounts.annotate(
            nagezien_op=Max("besluiten__op", filter=Q(besluiten__besluit=Besluit.NODIG)),
            gemaakt_op=Max("besluiten__op", filter=Q(besluiten__besluit=Besluit.GEMAAKT)),
        )
        .select_related("tweede_stap")
        .prefetch_related("identiteiten")
        .order_by("organisatie_naam", "naam", "pk")
    )


def sleeping(accounts: QuerySet[Gebruiker], *, op: datetime) -> QuerySet[Gebruiker]:
    """Those that work but were not used for 90 days; of `review`'s accounts."""
    grens = op - SLAAPT_NA
    dag = timezone.localdate(grens)
    vandaag = timezone.localdate(op)
    return accounts.filter(
        Q(laatst_ingelogd_op__lt=grens)
        | Q(laatst_ingelogd_op=None) & (Q(gemaakt_op=None) | Q(gemaakt_op__lte=dag)),
        Q(einddatum=None) | Q(einddatum__gte=vandaag),
        is_active=True,
    )


def rijen(accounts: Iterable[Gebruiker], *, op: datetime) -> list[Rij]:
    """The rows of accounts that came from `review`."""
    lijst = list(accounts)
    vandaag = timezone.localdate(op)
    functies = _functies_of([account.pk for account in lijst], on=vandaag)
    return [
        Rij(
            gebruiker=account,
            functies=functies.get(account.pk, []),
            diensten=[identiteit.dienst for identiteit in account.identiteiten.all()],
            tweede_stap=_has_tweede_stap(account),
            slaapt=_sleeps(account, op=op),
            loopt=account.is_geldig(on=vandaag),
            nagezien_op=account.nagezien_op,
        )
        for account in lijst
    ]


def organisaties(accounts: QuerySet[Gebruiker]) -> list[tuple[str, str, str]]:
    """(kind, code, name) of the organisations with an account, by name."""
    return list(
        accounts.order_by("organisatie_naam")
        .values_list("organisatie_soort", "organisatie_code", "organisatie_naam")
        .distinct()
    )


def confirmed_tweede_stap(gebruiker: Gebruiker) -> TweedeStap | None:
    """The second step of this account when it is in use."""
    return TweedeStap.objects.filter(gebruiker=gebruiker, bevestigd_op__isnull=False).first()


def _functies_of(nummers: list[int], *, on: date) -> dict[int, list[str]]:
    gevonden: dict[int, list[str]] = {}
    for lezer in _functies:
        for nummer, namen in lezer(nummers, on).items():
            gevonden.setdefault(nummer, []).extend(namen)
    return gevonden


def _has_tweede_stap(account: Gebruiker) -> bool:
    stap = getattr(account, "tweede_stap", None)
    return stap is not None and stap.bevestigd_op is not None


def _sleeps(account: Gebruiker, *, op: datetime) -> bool:
    if not account.is_active or (account.einddatum and account.einddatum < timezone.localdate(op)):
        return False
    if account.laatst_ingelogd_op:
        return account.laatst_ingelogd_op < op - SLAAPT_NA
    gemaakt = account.gemaakt_op
    return gemaakt is None or gemaakt <= timezone.localdate(op - SLAAPT_NA)

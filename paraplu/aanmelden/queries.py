"""What waits for a person in this room, besides the steps of the worklist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen import queries as werk
from paraplu.casussen.models import CasusStap, Gebeurtenis
from paraplu.netwerk.models import Functie
from paraplu.netwerk.queries import in_force
from paraplu.termijnen import kalender
from paraplu.web.models import Gebruiker

from .models import Bemiddelingsvraag, Evaluatiemoment, Netwerkvraag, Toewijzing, Werkbericht

#: From how long before its day a moment of evaluation is on the list.
VOORUIT: Final = timedelta(days=14)
#: The zorgbemiddelaar answers in this many working days, at once when it is urgent (R119).
BEMIDDELING: Final = 3


@dataclass(frozen=True, kw_only=True)
class Herinnering:
    """One thing to do: number of the case, never a name. `dag` is the last day, None without one."""

    soort: str
    casus: str
    tekst: str
    adres: str
    dag: date | None = None

    def is_te_laat(self, *, op: date) -> bool:
        """Whether its last day has passed."""
        return self.dag is not None and self.dag < op


def herinneringen_for(user: Gebruiker, on: date) -> list[Herinnering]:
    """Everything that waits for this user, the earliest day first."""
    alle = [
        *_evaluaties(user, on),
        *_bemiddelingsvragen(user, on),
        *_netwerkvragen(user, on),
        *_opschalingen(user, on),
        *_nazorg(user, on),
        *_afgekeurd(user, on),
    ]
    return sorted(alle, key=lambda een: (een.dag or date.max, een.casus))


def _casussen(user: Gebruiker, on: date, *rollen: str) -> Q:
    """Cases in which the user takes part in one of these roles; as holder or deputy for the JB'er."""
    wie = werk.people_of(user, op=on)
    overig = set(rollen) - {"jeugdbeschermer"}
    deelname = werk.deelnames_of(user, op=on).filter(casus=OuterRef("casus"), rol__in=overig)
    houder = Q(casus__houder__in=wie) if "jeugdbeschermer" in rollen else Q()
    return (houder | Q(Exists(deelname))) if houder else Q(Exists(deelname))


def _evaluaties(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """Moments that are due within two weeks (R276), until the help has stopped."""
    loopt = Toewijzing.objects.filter(
        casus=OuterRef("casus"), gestart_op__isnull=False, gestopt_op=None
    )
    momenten = Evaluatiemoment.objects.filter(
        _casussen(user, on, "jeugdbeschermer", "lokaal_team"),
        Exists(loopt),
        gehouden_op=None,
        op__lte=on + VOORUIT,
    ).select_related("casus")
    for moment in momenten:
        yield Herinnering(
            soort="evaluatie",
            casus=moment.casus.nummer,
            tekst=_("Evalueer de hulp"),
            adres=reverse("evaluatie", args=[moment.pk]),
            dag=moment.op,
        )


def _bemiddelingsvragen(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """Questions to the zorgbemiddelaar of the user's region that have no answer yet."""
    functies = Functie.objects.filter(
        in_force(on), medewerker__in=werk.people_of(user, op=on), rol="zorgbemiddelaar"
    )
    vragen = Bemiddelingsvraag.objects.filter(
        casus__regio__in=functies.values("organisatie__regio"), beantwoord_op=None
    ).select_related("casus")
    for vraag in vragen:
        yield Herinnering(
            soort="bemiddeling",
            casus=vraag.casus.nummer,
            tekst=_("Beantwoord met spoed een vraag aan de zorgbemiddelaar")
            if vraag.spoed
            else _("Beantwoord een vraag aan de zorgbemiddelaar"),
            adres=reverse("bemiddelingsvraag", args=[vraag.pk]),
            dag=vraag.gesteld_op
            if vraag.spoed
            else kalender().werkdag_na(vraag.gesteld_op, BEMIDDELING),
        )


def _netwerkvragen(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """Questions to a network on which the user's provider has not answered."""
    functies = Functie.objects.filter(
        in_force(on), medewerker__in=werk.people_of(user, op=on), rol="zorgaanbieder"
    )
    eigen = functies.values("organisatie")
    vragen = (
        Netwerkvraag.objects.filter(
            casus__in=werk.casussen_for(user, op=on),
            netwerk__netwerkleden__aanbieder__in=eigen,
            netwerk__netwerkleden__tot=None,
            afgesloten_op=None,
            stap__afgerond_op=None,
        )
        .exclude(antwoorden__aanbieder__in=eigen)
        .select_related("casus")
        .distinct()
    )
    for vraag in vragen:
        yield Herinnering(
            soort="netwerkvraag",
            casus=vraag.casus.nummer,
            tekst=_("Antwoord op een vraag aan uw netwerk"),
            adres=reverse("netwerkvraag", args=[vraag.pk]),
        )


def _opschalingen(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """Step 6 is open and the team leader was not told yet (R116)."""
    stappen = CasusStap.objects.filter(
        _casussen(user, on, "jeugdbeschermer"),
        sleutel="opschalen",
        afgerond_op=None,
        opschalingen=None,
    ).select_related("casus")
    for stap in stappen:
        yield Herinnering(
            soort="opschaling",
            casus=stap.casus.nummer,
            tekst=_("Meld uw teamleider dat er geen hulp is"),
            adres=stap.casus.get_absolute_url(),
        )


def _nazorg(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """The help ends or ended: the lokaal team speaks about what comes after it (R278)."""
    gestopt = Toewijzing.objects.filter(
        _casussen(user, on, "lokaal_team"), gestopt_op__isnull=False
    ).select_related("casus")
    besproken = set(
        Gebeurtenis.objects.filter(
            casus__in=gestopt.values("casus"), soort="nazorg_besproken"
        ).values_list("gegevens__toewijzing", flat=True)
    )
    for toewijzing in gestopt:
        if toewijzing.pk in besproken:
            continue
        yield Herinnering(
            soort="nazorg",
            casus=toewijzing.casus.nummer,
            tekst=_("De hulp stopt: bespreek wat erna nodig is"),
            adres=toewijzing.casus.get_absolute_url(),
            dag=toewijzing.gestopt_op,
        )


def _afgekeurd(user: Gebruiker, on: date) -> Iterator[Herinnering]:
    """A message of the user's own organisation was refused: it counts as not sent (OP286)."""
    functies = Functie.objects.filter(in_force(on), medewerker__in=werk.people_of(user, op=on))
    codes = functies.filter(rol__in=("backoffice", "zorgaanbieder")).values("organisatie__code")
    afgekeurd = (
        Werkbericht.objects.filter(
            casus__in=werk.casussen_for(user, op=on),
            richting=Werkbericht.Richting.UIT,
            status=Werkbericht.Status.AFGEKEURD,
            afzender__in=codes,
            antwoord_op=None,
        )
        .defer("inhoud")
        .select_related("casus")
    )
    for bericht in afgekeurd:
        yield Herinnering(
            soort="afgekeurd",
            casus=bericht.casus.nummer,
            tekst=_("Een bericht van u is afgekeurd: stuur het verbeterd opnieuw"),
            adres=bericht.casus.get_absolute_url(),
            dag=bericht.dagtekening,
        )

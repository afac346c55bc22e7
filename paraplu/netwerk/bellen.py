"""Whom do I call now, for what, in which gemeente: the first in line who is there today, and why.

The line of R22 and R92: the fixed contact, the deputy, the second of the team, and after that the
regional contact person, who connects. Who is away and named somebody stays in line as that person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from paraplu.afspraken import gebieden
from paraplu.termijnen.kalender import kalender

from . import bevestigen, queries
from .models import Afwezigheid, Contact, ContactSoort, Medewerker, Organisatie, Soort

#: How many days ahead a next moment is looked for.
VOORUIT = 14


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What one can call for. `organisatie` narrows a partner to one organisation."""

    sleutel: str
    naam: object
    soorten: tuple[ContactSoort, ...]
    organisatie: str = ""


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """Somebody in line: who answers the phone, and whether and why (not)."""

    contact: Contact
    wie: str
    nummer: str
    mail: str
    is_er: bool
    reden: str
    is_verouderd: bool
    uiterlijk: date

    @property
    def tel(self) -> str:
        """The number as a link takes it: digits and a plus."""
        return "".join(teken for teken in self.nummer if teken.isdigit() or teken == "+")


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """`nu` is whom to call, with those before (`gepasseerd`) and after (`daarna`) in line.

    `eerst` is the first day on which somebody is there when nobody is today; `zinnen` say what
    the directory lacks.
    """

    vraag: Vraag
    nu: Kandidaat | None
    gepasseerd: tuple[Kandidaat, ...]
    daarna: tuple[Kandidaat, ...]
    zinnen: tuple[str, ...]
    eerst: tuple[date, Kandidaat] | None


_LT = (ContactSoort.LOKAAL_TEAM, ContactSoort.VERVANGER, ContactSoort.KOPPELGENOOT)
_RCP = (ContactSoort.REGIONAAL_CONTACTPERSOON,)
VASTE_VRAGEN = (
    Vraag(
        sleutel="lokaal_team",
        naam=gettext_lazy("Overleg met het lokale team"),
        soorten=(*_LT, *_RCP),
    ),
    Vraag(
        sleutel="geen_contact",
        naam=gettext_lazy("Het lokale team is niet te bereiken"),
        soorten=_RCP,
    ),
    Vraag(
        sleutel="zonder_contract",
        naam=gettext_lazy("Hulp van een aanbieder zonder contract"),
        soorten=(ContactSoort.FUNCTIONARIS, *_RCP),
    ),
    Vraag(
        sleutel="plek",
        naam=gettext_lazy("Waar is plek voor passende hulp"),
        soorten=(ContactSoort.ZORGBEMIDDELAAR, *_LT),
    ),
    Vraag(
        sleutel="expertteam",
        naam=gettext_lazy("Aanmelden bij het expertteam"),
        soorten=(ContactSoort.EXPERTTEAM, *_RCP),
    ),
    Vraag(
        sleutel="tafel",
        naam=gettext_lazy("Aanmelden bij de Jeugdbeschermingstafel"),
        soorten=(ContactSoort.TAFEL,),
    ),
    Vraag(
        sleutel="escalatie",
        naam=gettext_lazy("Het zit vast: escaleren"),
        soorten=(ContactSoort.ESCALATIE, *_RCP),
    ),
)
PARTNERS = (Soort.VEILIG_THUIS, Soort.RVDK, Soort.GI)


def vragen(*, op: date) -> tuple[Vraag, ...]:
    """What can be asked: the fixed questions, and the fixed contact of each partner (R233)."""
    partners = Organisatie.objects.filter(queries.in_force(op), soort__in=PARTNERS)
    return VASTE_VRAGEN + tuple(
        Vraag(
            sleutel=partner.sleutel,
            naam=_("Vast contact bij %(naam)s") % {"naam": partner.naam},
            soorten=(ContactSoort.PARTNER,),
            organisatie=partner.sleutel,
        )
        for partner in partners
    )


def wie_nu(vraag: Vraag, *, gemeente: str, op: date) -> Antwoord:
    """Whom to call on a day for a gemeente, with the reason of the choice."""
    rij = list(_rij(vraag, gemeente, op))
    kandidaten = _beoordeel(rij, op)
    plaats = next((i for i, k in enumerate(kandidaten) if k.is_er), len(kandidaten))
    aanwezig = kandidaten[plaats] if plaats < len(kandidaten) else None
    return Antwoord(
        vraag=vraag,
        nu=aanwezig,
        gepasseerd=tuple(kandidaten[:plaats]),
        daarna=tuple(k for k in kandidaten[plaats + 1 :] if k.is_er),
        zinnen=tuple(_ontbreekt(vraag, rij, gemeente)),
        eerst=None if aanwezig else _eerst(vraag, gemeente, op),
    )


def _rij(vraag: Vraag, gemeente: str, op: date) -> Iterator[Contact]:
    for soort in vraag.soorten:
        yield from queries.contacten_voor(
            soort, gemeente=gemeente, op=op, organisatie=vraag.organisatie
        )


def _beoordeel(rij: list[Contact], op: date) -> list[Kandidaat]:
    weg = _afwezigen(rij, op)
    vrij = kalender().reden_vrij(op)
    return [_kandidaat(oordeel, vrij, weg, op) for oordeel in bevestigen.oordelen(rij, op=op)]


def _afwezigen(rij: list[Contact], op: date) -> dict[int, Afwezigheid]:
    """Who is away on the day: everybody in line, and everybody who stands in for them."""
    mensen = {contact.medewerker_id for contact in rij if contact.medewerker_id}
    rijen = Afwezigheid.objects.filter(queries.in_force(op)).select_related("vervanger")
    eigen = {a.medewerker_id: a for a in rijen.filter(medewerker__in=mensen).order_by("vanaf")}
    vervangers = {a.vervanger_id for a in eigen.values() if a.vervanger_id}
    ook = {a.medewerker_id: a for a in rijen.filter(medewerker__in=vervangers)}
    return {**ook, **eigen}


def _kandidaat(
    oordeel: bevestigen.Oordeel, vrij: str, weg: dict[int, Afwezigheid], op: date
) -> Kandidaat:
    contact = oordeel.contact
    vervanger, reden = None, ""
    if afwezig := weg.get(contact.medewerker_id or 0):
        vervanger, reden = _door_vervanger(contact, afwezig, weg)
    is_er = not afwezig or vervanger is not None
    if is_er and str(op.isoweekday()) not in contact.dagen:
        is_er, reden = False, _("werkt niet op %(dag)s") % {"dag": _weekdag(op)}
    elif is_er and vrij and op.isoweekday() <= 5:
        is_er, reden = False, _("vandaag is het %(dag)s") % {"dag": vrij}
    return Kandidaat(
        contact=contact,
        wie=vervanger.naam if vervanger else contact.wie,
        nummer=vervanger.telefoon if vervanger else contact.nummer,
        mail=vervanger.e_mail if vervanger else contact.mail,
        is_er=is_er,
        reden=reden or _waarom(contact),
        is_verouderd=oordeel.is_verouderd,
        uiterlijk=oordeel.uiterlijk,
    )


def _door_vervanger(
    contact: Contact, afwezig: Afwezigheid, weg: dict[int, Afwezigheid]
) -> tuple[Medewerker | None, str]:
    """Who stands in, when that person is there; why somebody is away is nobody's business."""
    vervanger = afwezig.vervanger
    if vervanger is None or vervanger.pk in weg:
        return None, _("is afwezig, en er is niemand die het overneemt")
    return vervanger, _("vervangt %(wie)s, die afwezig is") % {"wie": contact.wie}


def _waarom(contact: Contact) -> str:
    soort = ContactSoort(contact.soort)
    return {
        ContactSoort.LOKAAL_TEAM: _("is het vaste contact van het lokale team"),
        ContactSoort.VERVANGER: _("vervangt het vaste contact"),
        ContactSoort.KOPPELGENOOT: _("is de tweede medewerker van het lokale team"),
        ContactSoort.REGIONAAL_CONTACTPERSOON: _(
            "is regionaal contactpersoon en brengt u in contact; de uitvoering blijft bij het team"
        ),
    }.get(soort, _("staat hiervoor in de lijst"))


def _weekdag(dag: date) -> str:
    namen = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    return namen[dag.weekday()]


def _ontbreekt(vraag: Vraag, rij: list[Contact], gemeente: str) -> Iterator[str]:
    """A sentence for each kind in line of which the directory has nobody; the spare ones are free."""
    aanwezig = {contact.soort for contact in rij}
    gebied = gebieden.gemeente(gemeente)
    for soort in vraag.soorten:
        if soort in aanwezig or soort in {ContactSoort.KOPPELGENOOT, ContactSoort.ZORGBEMIDDELAAR}:
            continue
        yield pgettext(
            "contact ontbreekt", "%(soort)s: voor %(gemeente)s staat niemand in de lijst."
        ) % {
            "soort": soort.label,
            "gemeente": gebied.naam if gebied else gemeente,
        }


def _eerst(vraag: Vraag, gemeente: str, op: date) -> tuple[date, Kandidaat] | None:
    """The first coming day on which somebody in line is there; who serves then is read at once."""
    komend = _komend(vraag, gemeente, op)
    for dag in (op + timedelta(days=verder) for verder in range(1, VOORUIT + 1)):
        rij = [contact for contact in _op_dag(komend, vraag, gemeente, dag) if _werkt(contact, dag)]
        for kandidaat in _beoordeel(rij, dag) if rij else ():
            if kandidaat.is_er:
                return dag, kandidaat
    return None


def _komend(vraag: Vraag, gemeente: str, op: date) -> list[Contact]:
    """Who serves the gemeente or its region on any of the coming days."""
    gebied = gebieden.gemeente(gemeente)
    waar = Q(gemeente=gemeente) | Q(regio=gebied.regio if gebied else None)
    rijen = Contact.objects.filter(
        waar,
        Q(tot=None) | Q(tot__gt=op),
        soort__in=vraag.soorten,
        vanaf__lte=op + timedelta(VOORUIT),
    )
    if vraag.organisatie:
        rijen = rijen.filter(organisatie__sleutel=vraag.organisatie)
    return list(rijen.select_related("organisatie", "medewerker"))


def _op_dag(komend: list[Contact], vraag: Vraag, gemeente: str, dag: date) -> Iterator[Contact]:
    """As `_rij` on a day: of each kind those of the gemeente itself, else those of its region."""
    geldig = [c for c in komend if c.vanaf <= dag and (c.tot is None or c.tot >= dag)]
    for soort in vraag.soorten:
        rij = [contact for contact in geldig if contact.soort == soort]
        yield from [contact for contact in rij if contact.gemeente == gemeente] or rij


def _werkt(contact: Contact, dag: date) -> bool:
    return str(dag.isoweekday()) in contact.dagen

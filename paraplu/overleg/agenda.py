"""Make the agenda of a meeting from the figures: what is open, who deviates, which actions run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.afspraken import gebieden
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.inzage.kijker import make_kijk
from paraplu.inzage.models import Kring
from paraplu.resultaten.stand import Stand, Status

from . import queries
from .actions.overleggen import Punt
from .models import Actie, Afwijking, Agendapunt, Escalatie, Overleg, Overlegsoort
from .partijen import list_genodigden
from .standen import Vraag, afspraken_of, is_open, read_standen, write_regel
from .taken import Taak, list_taken

#: A dated task comes on the agenda this long before its day.
TAAK_VOORAF = timedelta(days=180)
PLAATS = {"escalatie": 10, "resultaat": 20, "afwijking": 40, "taak": 60, "actie": 80}


def make_vraag(overleg: Overleg) -> Vraag:
    """The figures of a meeting, as all parties together may see them: everybody reads the agenda."""
    kijk = make_kijk(Kring.PARTIJEN.value, op=overleg.bekend_op)
    return Vraag(overleg.jaar, overleg.bekend_op, kijk)


def areas_of(overleg: Overleg) -> list[Gebied]:
    """Whose figures a meeting talks about: all together, and each party that was asked to come."""
    partijen = list_genodigden(overleg.soort, overleg.regio)
    eigen = [Gebied(p.soort, p.code, p.naam) for p in partijen]
    return eigen if overleg.soort == Overlegsoort.CONTRACT else [GELDERLAND, *eigen]


def propose_punten(overleg: Overleg) -> list[Punt]:
    """All points for this meeting. May raise NogNietKlaar: the figures are being computed."""
    standen = read_standen(afspraken_of(overleg.soort), areas_of(overleg), make_vraag(overleg))
    acties = queries.running(queries.with_stand(Actie.objects.filter(overleg__isnull=False)))
    return [
        *_escalaties(overleg),
        *list_resultaten(standen),
        *_afwijkingen(overleg),
        *_taken(overleg, list_taken()),
        *_acties(overleg, acties),
    ]


def list_resultaten(standen: Iterable[Stand]) -> Iterator[Punt]:
    """A point per agreement with something that is not met, not known or hidden."""
    per: dict[str, list[Stand]] = {}
    for stand in standen:
        per.setdefault(stand.afspraak.code, []).append(stand)
    for code, rijen in per.items():
        open_ = [stand for stand in rijen if is_open(stand)]
        if not open_:
            continue
        afspraak = rijen[0].afspraak
        yield Punt(
            sleutel=code,
            soort=Agendapunt.Soort.RESULTAAT,
            titel=f"{code} {afspraak.naam}: {_summarize(open_)}",
            tekst="\n".join(_write_standen(open_)),
            afspraak=code,
            volgorde=PLAATS["resultaat"] + afspraak.nummer,
        )


def _write_standen(standen: Sequence[Stand]) -> Iterator[str]:
    """A line for each party; those whose figure is hidden are named together."""
    verborgen = [stand for stand in standen if stand.status == Status.VERBORGEN]
    yield from (write_regel(stand) for stand in standen if stand not in verborgen)
    if verborgen:
        yield _("Verborgen: %(wie)s. %(uitleg)s") % {
            "wie": ", ".join(stand.partij.naam for stand in verborgen),
            "uitleg": verborgen[0].uitleg,
        }


def _summarize(standen: Sequence[Stand]) -> str:
    """Of how many parties each status is."""
    telling: dict[str, int] = {}
    for stand in standen:
        telling[str(stand.status)] = telling.get(str(stand.status), 0) + 1
    return ", ".join(f"{aantal} × {status}" for status, aantal in telling.items())


def _escalaties(overleg: Overleg) -> Iterator[Punt]:
    """At the G7: what was sent to it. Elsewhere: which step a person still has to decide on."""
    if overleg.soort == Overlegsoort.G7:
        for escalatie in Escalatie.objects.filter(overleg=overleg).order_by("id"):
            yield make_escalatiepunt(escalatie)
    elif overleg.soort == Overlegsoort.GELDERS:
        for voorstel in queries.open_voorstellen():
            yield Punt(
                sleutel=f"voorstel-{voorstel.partij}-{voorstel.afspraak}",
                soort=Agendapunt.Soort.ESCALATIE,
                titel=_("%(wie)s wijkt weer af van %(afspraak)s: naar de G7?")
                % {"wie": voorstel.partij_naam, "afspraak": voorstel.afspraak},
                tekst="\n".join(_write_afwijking(a) for a in voorstel.afwijkingen),
                afspraak=voorstel.afspraak,
                volgorde=PLAATS["escalatie"],
            )


def make_escalatiepunt(escalatie: Escalatie) -> Punt:
    """The point of a second deviation on the agenda of the G7."""
    rijen = Afwijking.objects.filter(pk__in=escalatie.afwijkingen).order_by("op", "id")
    return Punt(
        sleutel=escalatie.nummer,
        soort=Agendapunt.Soort.ESCALATIE,
        titel=_("%(wie)s: tweede afwijking van %(afspraak)s")
        % {"wie": escalatie.partij_naam, "afspraak": escalatie.afspraak},
        tekst="\n".join((escalatie.waarom, *(_write_afwijking(a) for a in rijen))),
        afspraak=escalatie.afspraak,
        volgorde=PLAATS["escalatie"],
    )


def _write_afwijking(afwijking: Afwijking) -> str:
    return f"{afwijking.nummer}, {afwijking.jaar}: {afwijking.cijfer} ({afwijking.norm})"


def _afwijkingen(overleg: Overleg) -> Iterator[Punt]:
    """Deviations that are neither mended nor withdrawn, with whether the party answered."""
    alle = queries.all_afwijkingen().filter(op__lte=overleg.datum)
    for afwijking in alle:
        if queries.status_of(afwijking) in {"hersteld", "ingetrokken"}:
            continue
        if not _is_about(overleg, afwijking):
            continue
        reactie = _("De partij heeft gereageerd.")
        if not queries.has_reactie(afwijking):
            reactie = _("De partij heeft nog niet gereageerd.")
        yield Punt(
            sleutel=afwijking.nummer,
            soort=Agendapunt.Soort.AFWIJKING,
            titel=_("Afwijking: %(wat)s") % {"wat": afwijking},
            tekst=_("%(regel)s. Getroffen: %(wie)s. %(reactie)s")
            % {
                "regel": _write_afwijking(afwijking),
                "wie": afwijking.getroffen_naam,
                "reactie": reactie,
            },
            afspraak=afwijking.afspraak,
            volgorde=PLAATS["afwijking"],
        )


def _is_about(overleg: Overleg, afwijking: Afwijking) -> bool:
    """On Gelders level all; in a contract talk what is of or against that region or its gemeenten."""
    if overleg.soort != Overlegsoort.CONTRACT:
        return overleg.soort == Overlegsoort.GELDERS
    leden = gebieden.gemeenten_van(overleg.regio, alleen_gvjb=False)
    eigen = {f"regio-{overleg.regio}", *(f"gemeente-{gemeente.code}" for gemeente in leden)}
    return bool(eigen & {afwijking.partij, afwijking.getroffen})


def _taken(overleg: Overleg, taken: Iterable[Taak]) -> Iterator[Punt]:
    if overleg.soort not in {Overlegsoort.GELDERS, Overlegsoort.G7}:
        return
    for taak in taken:
        if not taak.is_klaar and overleg.datum >= taak.op - TAAK_VOORAF:
            yield Punt(
                sleutel=taak.sleutel,
                soort=Agendapunt.Soort.TAAK,
                titel=f"{taak.naam}, {taak.op:%d-%m-%Y}",
                tekst=_("Paraplu maakt het verslag. Leg daarna het besluit vast."),
                volgorde=PLAATS["taak"],
            )


def _acties(overleg: Overleg, acties: Iterable[Actie]) -> Iterator[Punt]:
    """One point with all actions of meetings that this circle sees and that still run."""
    rijen = [
        actie
        for actie in acties.select_related("overleg")
        if actie.overleg.kring in {"*", overleg.kring} and actie.gemaakt_op <= overleg.datum
    ]
    if not rijen:
        return
    laat = sum(actie.datum is not None and actie.datum < overleg.datum for actie in rijen)
    titel = ngettext("%(n)s lopende actie", "%(n)s lopende acties", len(rijen)) % {"n": len(rijen)}
    yield Punt(
        sleutel="acties",
        soort=Agendapunt.Soort.ACTIE,
        titel=titel + (_(", %(n)s over de datum") % {"n": laat} if laat else ""),
        tekst="\n".join(
            f"{a.nummer} {a.onderwerp}: {a.eigenaar or '–'}, "
            + (f"{a.datum:%d-%m-%Y}" if a.datum else _("geen datum"))
            for a in rijen
        ),
        volgorde=PLAATS["actie"],
    )

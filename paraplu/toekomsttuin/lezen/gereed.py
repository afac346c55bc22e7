"""How ready a garden is, in one look. Everything here warns; nothing blocks a start (P43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from paraplu.netwerk.models import Soort
from paraplu.netwerk.queries import in_force

from ..models import Begrotingsregel, Fase, Gereedheid, Lid, Lidkennis, Pilotles, Post, Tuin
from ..onderwerpen import KENNIS, ONDERWERPEN, SOORTEN, VIER
from ..queries import leden_on

#: More gemeenten than this is not "one or a few" any more (R43); our reading of a word.
ENKELE_GEMEENTEN = 3
#: So many open subjects a warning calls by name.
NOEMEN = 3


@dataclass(frozen=True)
class Punt:
    """One subject with what was last said of it; None when nothing was."""

    soort: str
    sleutel: str
    naam: Any
    nu: Gereedheid | None
    lessen: tuple[Pilotles, ...] = ()

    @property
    def is_geregeld(self) -> bool:
        """Whether it is arranged."""
        return self.nu is not None and self.nu.stand == Gereedheid.Stand.GEREGELD


@dataclass(frozen=True)
class Gereed:
    """All subjects of a garden, its people, and what is still missing."""

    punten: dict[str, list[Punt]]
    ontbrekend: tuple[str, ...]
    waarschuwingen: tuple[str, ...]

    @property
    def groepen(self) -> list[tuple[str, Any, list[Punt]]]:
        """Key, name and subjects of pillars, conditions and questions."""
        return [(soort, SOORTEN[soort], punten) for soort, punten in self.punten.items()]

    @property
    def geregeld(self) -> int:
        """How many subjects are arranged."""
        return sum(punt.is_geregeld for punten in self.punten.values() for punt in punten)

    @property
    def totaal(self) -> int:
        """How many subjects there are: 27."""
        return sum(len(punten) for punten in self.punten.values())


def missing_soorten(leden: list[Lid]) -> list[str]:
    """Which of the four kinds of organisation have nobody among these members (R39)."""
    er_zijn = {lid.werkgever.soort for lid in leden}
    return [str(Soort(soort).label) for soort in VIER if soort not in er_zijn]


def fase_on(tuin: Tuin, *, op: date) -> str:
    """The phase of a garden on a day; "" before the first."""
    rij = tuin.fasen.filter(vanaf__lte=op).order_by("vanaf", "id").last()
    return rij.fase if rij else ""


def read_gereed(tuin: Tuin, *, op: date) -> Gereed:
    """How ready a garden is on a day."""
    nu = {
        (rij.soort, rij.sleutel): rij
        for rij in tuin.gereedheid.filter(op__lte=op).select_related("door__organisatie")
    }
    lessen: dict[str, list[Pilotles]] = {}
    for les in Pilotles.objects.filter(op__lte=op).select_related("pilot"):
        lessen.setdefault(les.conditie, []).append(les)
    punten = {
        soort: [
            Punt(
                soort,
                sleutel,
                naam,
                nu.get((soort, sleutel)),
                tuple(lessen.get(sleutel, ())) if soort == "conditie" else (),
            )
            for sleutel, naam in onderwerpen.items()
        ]
        for soort, onderwerpen in ONDERWERPEN.items()
    }
    leden = list(leden_on(tuin, op=op))
    ontbrekend = missing_soorten(leden)
    return Gereed(punten, tuple(ontbrekend), tuple(_warn(tuin, leden, punten, op=op)))


def _warn(
    tuin: Tuin, leden: list[Lid], punten: dict[str, list[Punt]], *, op: date
) -> Iterator[str]:
    yield from _warn_of_people(tuin, leden, op=op)
    if not tuin.gemeenten.filter(in_force(op)).exists():
        yield _("De tuin werkt nog in geen enkele gemeente.")
    elif tuin.gemeenten.filter(in_force(op)).count() > ENKELE_GEMEENTEN:
        yield _("De tuin werkt in veel gemeenten. Afgesproken is: één of enkele.")
    open_ = [str(punt.naam) for punt in punten["conditie"] if not punt.is_geregeld]
    if open_ and fase_on(tuin, op=op) == Fase.GESTART:
        yield _("De tuin is gestart en deze afspraken zijn nog niet rond: %(wat)s.") % {
            "wat": _some(open_, len(punten["conditie"]))
        }


def _some(namen: list[str], van: int) -> str:
    """A few subjects by name, more of them as a number."""
    if len(namen) <= NOEMEN:
        return "; ".join(namen)
    return _("%(aantal)s van de %(alle)s onderwerpen") % {"aantal": len(namen), "alle": van}


def _warn_of_people(tuin: Tuin, leden: list[Lid], *, op: date) -> Iterator[str]:
    """Organisations, posts, money for the posts, knowledge and hours."""
    if ontbreekt := missing_soorten(leden):
        yield _("Er werkt nog niemand van: %(wie)s.") % {"wie": ", ".join(ontbreekt)}
    betaald = set(
        Begrotingsregel.objects.filter(tuin=tuin, vervallen_op=None)
        .exclude(bron=Begrotingsregel.Bron.OPEN)
        .values_list("soort", flat=True)
    )
    for post in (Post.TEAMLEIDER, Post.GEDRAGSWETENSCHAPPER):
        wat = {"post": str(post.label).lower()}
        if not any(lid.post == post for lid in leden):
            yield _("De post van %(post)s is leeg.") % wat
        if post not in betaald:
            yield _("In de begroting staat nog niet wie de %(post)s betaalt.") % wat
    if mist := missing_kennis(leden):
        yield _("Nog niemand heeft ruime kennis van: %(wat)s.") % {"wat": _some(mist, len(KENNIS))}
    if leden and any(lid.uren is None for lid in leden):
        yield _("Van een of meer leden is het aantal uren nog niet bekend.")


def kennis_of(leden: list[Lid]) -> dict[int, dict[str, str]]:
    """Per member, by key, how much each knows of each subject: the last that was noted (R46)."""
    rijen = Lidkennis.objects.filter(lid__in=leden).order_by("op", "id")
    gevonden: dict[int, dict[str, str]] = {lid.pk: {} for lid in leden}
    for rij in rijen:
        gevonden[rij.lid_id][rij.onderwerp] = rij.niveau
    return gevonden


def missing_kennis(leden: list[Lid]) -> list[str]:
    """The subjects that no member knows well enough to teach it."""
    alles = kennis_of(leden)
    ruim = {
        onderwerp
        for per_lid in alles.values()
        for onderwerp, niveau in per_lid.items()
        if niveau == Lidkennis.Niveau.RUIM
    }
    return [str(naam) for sleutel, naam in KENNIS.items() if sleutel not in ruim]

"""Where the parties stand on the agreements, for an agenda, a pack, a deviation and a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from django.utils.translation import gettext as _

from paraplu.afspraken.resultaatafspraken import Resultaatafspraak, resultaatafspraken
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.monitor.verbergen import Kijk, Verborgen
from paraplu.resultaten import queries as resultaten
from paraplu.resultaten.stand import Stand, Status
from paraplu.resultaten.woorden import write
from paraplu.web.getallen import VAST, Waarde

from .models import Overlegsoort
from .partijen import find_partij

#: Which agreements belong to the open talk of which meeting (R302). The meeting on Gelders level
#: follows all of them (R210); the G7 talks about what was sent to it.
BESPREEKT: Final[dict[str, tuple[str, ...]]] = {
    Overlegsoort.GELDERS: tuple(f"RA{nummer}" for nummer in range(1, 12)),
    Overlegsoort.CONTRACT: ("RA1", "RA2", "RA4", "RA5", "RA7", "RA10"),
    Overlegsoort.CM: ("RA8", "RA11"),
    Overlegsoort.G7: (),
}
#: What a meeting talks about: not met, not known, or hidden. What is met is in the pack only.
OPEN: Final = (Status.NIET_GEHAALD, Status.NOG_NIET_BEKEND, Status.VERBORGEN)


@dataclass(frozen=True)
class Vraag:
    """Which figures: of which year, as known on which day, and through whose eyes.

    `breed`: also what stands beside the figure.
    """

    jaar: int
    bekend_op: date
    kijk: Kijk
    breed: bool = False

    @cached_property
    def cijfers(self) -> Cijfers:
        """The figures, opened once for all that is asked of them."""
        return resultaten.open_cijfers(self.bekend_op, self.kijk)

    def in_jaar(self, jaar: int) -> Vraag:
        """The same of another year, with the figures that were opened already."""
        anders = replace(self, jaar=jaar)
        anders.__dict__["cijfers"] = self.cijfers
        return anders


def afspraken_of(soort: str) -> list[Resultaatafspraak]:
    """The agreements that a meeting of this kind talks about."""
    codes = BESPREEKT[soort]
    return [afspraak for afspraak in resultaatafspraken() if afspraak.code in codes]


def gebied_of(partij: str) -> Gebied:
    """A party as the area that a figure is about; "" is all of Gelderland. Raises LookupError."""
    if not partij:
        return GELDERLAND
    gevonden = find_partij(partij)
    if gevonden is None:
        raise LookupError(partij)
    return Gebied(gevonden.soort, gevonden.code, gevonden.naam)


def read_stand(afspraak: Resultaatafspraak, partij: Gebied, vraag: Vraag) -> Stand | None:
    """Where one agreement stands for one party; None where it has no figure for such a party."""
    if partij.soort not in afspraak.partijen:
        return None
    [stand] = resultaten.read_standen(
        [afspraak],
        [partij],
        jaar=vraag.jaar,
        cijfers=vraag.cijfers,
        op=vraag.bekend_op,
        breed=vraag.breed,
    )
    return stand


def read_standen(
    afspraken: Iterable[Resultaatafspraak], partijen: Iterable[Gebied], vraag: Vraag
) -> list[Stand]:
    """All that there are, agreement by agreement."""
    alle = list(partijen)
    gelezen = (read_stand(afspraak, p, vraag) for afspraak in afspraken for p in alle)
    return [stand for stand in gelezen if stand is not None]


def write_cijfer(stand: Stand, waarde: Waarde) -> str:
    """A figure with its unit, in words where it is not known or hidden."""
    if waarde is None:
        return _("niet bekend")
    if isinstance(waarde, Verborgen):
        return _("verborgen (%(reden)s)") % {"reden": _(waarde.reden)}
    return str(write(waarde, stand.eenheid)).replace(VAST, " ")


def write_norm(stand: Stand) -> str:
    """What the figure is held to; "geen norm" where there is none."""
    if stand.grens is None:
        return _("geen norm") if stand.status == Status.GEEN_NORM else _("norm niet bekend")
    maat = _("hoogstens") if stand.afspraak.is_minder_beter else _("minstens")
    return f"{maat} {write_cijfer(stand, stand.grens)}"


def write_bewijs(stand: Stand) -> str:
    """The receipt as text: why the status is so, what it was made of, and what was missing."""
    return "\n".join(_list_bewijs(stand))


def _list_bewijs(stand: Stand) -> Iterator[str]:
    yield stand.uitleg
    for deel in stand.onderdelen:
        getal = _("niet bekend") if deel.waarde is None else str(write(deel.waarde, deel.eenheid))
        yield f"{deel.naam}: {getal}".replace(VAST, " ")
    for gemis in stand.ontbreekt:
        yield _("Ontbreekt: %(wat)s") % {"wat": gemis.wat} + (
            f" ({gemis.van})" if gemis.van else ""
        )
    yield _("Bron: %(bron)s") % {"bron": stand.afspraak.meting}
    if stand.bekend_op:
        yield _("Zoals bekend op %(dag)s") % {"dag": f"{stand.bekend_op:%d-%m-%Y}"}
    if stand.bewijs:
        yield _("Te lezen op: %(adres)s") % {"adres": stand.bewijs}


def write_regel(stand: Stand) -> str:
    """One line for an agenda: who, the figure, the norm, and what that makes of it."""
    return _("%(wie)s: %(cijfer)s (%(norm)s). %(status)s. %(uitleg)s") % {
        "wie": stand.partij.naam,
        "cijfer": write_cijfer(stand, stand.cijfer),
        "norm": write_norm(stand),
        "status": str(stand.status).capitalize(),
        "uitleg": stand.uitleg,
    }


def is_open(stand: Stand) -> bool:
    """Whether a meeting has to talk about it."""
    return stand.status in OPEN


def is_afwijking(stand: Stand) -> bool:
    """Whether the figure says that the party did not do what was agreed."""
    return bool(stand.status == Status.NIET_GEHAALD)

"""Everything that a set of messages tells, as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.verloop.bewaking import Bewaking, bewaak
from paraplu.berichten.verloop.declaratie import Declaratie
from paraplu.berichten.verloop.declaraties import toegekende_toewijzingen, volg_declaraties
from paraplu.berichten.verloop.gebeurtenissen import (
    Beantwoord,
    Bevestigd,
    DeclaratieBeantwoord,
    Gebeurtenis,
    Gedeclareerd,
    Gestart,
    Gestopt,
    Kop,
    Toegewezen,
    Verstuurd,
    Verzocht,
)
from paraplu.berichten.verloop.levering import Levering, volg_leveringen
from paraplu.berichten.verloop.lezen import lees_gebeurtenissen
from paraplu.berichten.verloop.toewijzing import Toewijzing, keur_verwijdering, volg_toewijzingen
from paraplu.berichten.verloop.verzoek import Verzoek
from paraplu.berichten.verloop.verzoeken import volg_verzoeken
from paraplu.berichten.verloop.zinnen import Afwijking

Soort = TypeVar("Soort", Beantwoord, Bevestigd, DeclaratieBeantwoord, Gedeclareerd, Gestart, Gestopt, Toegewezen, Verstuurd, Verzocht)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """How requests, allocations, deliveries and declarations stand on the day `op`.

    `retouren` are the terms of the retourberichten (OP090), `afwijkingen` what belongs to none of
    the others, and `later` how many messages are dated after `op` and so do not count.
    """

    op: date
    verzoeken: tuple[Verzoek, ...]
    toewijzingen: tuple[Toewijzing, ...]
    leveringen: tuple[Levering, ...]
    declaraties: tuple[Declaratie, ...]
    retouren: tuple[Bewaking, ...]
    afwijkingen: tuple[Afwijking, ...]
    later: int

    @property
    def alle_afwijkingen(self) -> tuple[Afwijking, ...]:
        """Every message that could not follow."""
        delen: list[Verzoek | Toewijzing | Levering | Declaratie]
        delen = [*self.verzoeken, *self.toewijzingen, *self.leveringen, *self.declaraties]
        return (*(een for deel in delen for een in deel.afwijkingen), *self.afwijkingen)

    @property
    def bewakingen(self) -> tuple[Bewaking, ...]:
        """Every term that has begun by then, or that was met before it began."""
        delen: list[Verzoek | Levering | Declaratie]
        delen = [*self.verzoeken, *self.leveringen, *self.declaraties]
        alle = (*(een for deel in delen for een in deel.bewakingen), *self.retouren)
        return tuple(een for een in alle if een.termijn.vanaf <= self.op or een.gedaan_op)

    @property
    def is_in_orde(self) -> bool:
        """Whether every message could follow and no term was passed."""
        standen = {bewaking.stand(self.op) for bewaking in self.bewakingen}
        return not self.alle_afwijkingen and not standen & {"te laat", "verlopen"}


def volg(berichten: Iterable[Bericht], *, op: date) -> Verloop:
    """The state that these messages make on a day, in whatever order they are given (OP080)."""
    gebeurtenissen, afwijkingen = lees_gebeurtenissen(berichten)
    return volg_gebeurtenissen(gebeurtenissen, op=op, afwijkingen=afwijkingen)


def volg_gebeurtenissen(
    gebeurtenissen: Sequence[Gebeurtenis], *, op: date, afwijkingen: Sequence[Afwijking] = ()
) -> Verloop:
    """The same, from what the messages say.

    What is dated after `op` does not count. A message that its retourbericht refused counts as not
    sent (OP286, P49).
    """
    bekend = [een for een in gebeurtenissen if _dag(een) <= op]
    retouren = _van(Bevestigd, bekend)
    geweigerd = frozenset(een.heen for een in retouren if not een.is_goed)
    geldig = [een for een in bekend if isinstance(een, Bevestigd) or een.kop not in geweigerd]
    fout = [een for een in bekend if not isinstance(een, Bevestigd) and een.kop in geweigerd]
    declaraties, los = volg_declaraties(
        _van(Gedeclareerd, geldig), _van(DeclaratieBeantwoord, geldig)
    )
    toegekend = toegekende_toewijzingen(declaraties)
    toewijzingen = tuple(
        keur_verwijdering(een, heeft_toegekend=(een.gemeente, een.nummer) in toegekend)
        for een in volg_toewijzingen(
            _van(Toegewezen, geldig), op=op, afgekeurd=_van(Toegewezen, fout)
        )
    )
    verzoeken = volg_verzoeken(
        _van(Verzocht, geldig),
        _van(Beantwoord, geldig),
        _van(Toegewezen, geldig),
        bevestigd=frozenset(een.heen for een in retouren if een.is_goed),
        afgekeurd=_van(Verzocht, fout),
    )
    return Verloop(
        op=op,
        verzoeken=verzoeken,
        toewijzingen=toewijzingen,
        leveringen=volg_leveringen([*_van(Gestart, geldig), *_van(Gestopt, geldig)], toewijzingen),
        declaraties=declaraties,
        retouren=tuple(_retouren(_van(Verstuurd, bekend), retouren)),
        afwijkingen=(*(een for een in afwijkingen if een.kop and een.kop.dagtekening <= op), *los),
        later=len({_bericht(een) for een in gebeurtenissen if _dag(een) > op}),
    )


def _van(soort: type[Soort], gebeurtenissen: Iterable[Gebeurtenis]) -> list[Soort]:
    return [een for een in gebeurtenissen if isinstance(een, soort)]


def _dag(gebeurtenis: Gebeurtenis) -> date:
    if isinstance(gebeurtenis, Bevestigd):
        return gebeurtenis.dag
    return gebeurtenis.kop.dagtekening


def _bericht(gebeurtenis: Gebeurtenis) -> tuple[Kop, date]:
    if isinstance(gebeurtenis, Bevestigd):
        return gebeurtenis.heen, gebeurtenis.dag
    return gebeurtenis.kop, date.min


def _retouren(verstuurd: Iterable[Verstuurd], bevestigd: Iterable[Bevestigd]) -> Iterator[Bewaking]:
    """OP090: a retourbericht within three working days; its receiver has to send it."""
    op: dict[Kop, date] = {}
    for retour in bevestigd:
        op[retour.heen] = min(retour.dag, op.get(retour.heen, retour.dag))
    for een in sorted(verstuurd, key=lambda een: een.kop):
        van_gemeente = een.kop.soort in ("JW301", "JW319")
        yield from bewaak(
            "OP090",
            vanaf=een.kop.dagtekening,
            waarop=f"retourbericht op {een.kop}",
            gemeente=een.kop.gemeente,
            aanbieder=een.kop.aanbieder,
            gedaan_op=op.get(een.kop),
            wie="aanbieder" if van_gemeente else "gemeente",
        )

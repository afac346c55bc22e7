"""A version of the plan as people read it: once in words, for page, paper and the family's own way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Velden

from .inhoud import AfspraakInhoud, Planinhoud, VoorwaardeInhoud
from .models import Aanleiding, Fase, Instemming, MetOuders, Veiligheidsafspraak

VoorWie = Veiligheidsafspraak.VoorWie
#: A sentence for a child has no more words than this.
KINDERZIN: Final = 15


def list_blokken(inhoud: Planinhoud, *, toezicht: str | None = None) -> tuple[Blok, ...]:
    """Everything a version says, in the order in which a family talks about it.

    `toezicht` is who supervises an agreement that names nobody: as for the whole plan, unless given.
    """
    toezicht = inhoud.toezicht_door if toezicht is None else toezicht
    return (
        *_begin(inhoud),
        Kop(1, _("Wat moet er gebeuren, en hoe?")),
        *(
            blok
            for nummer, voorwaarde in enumerate(inhoud.voorwaarden, start=1)
            for blok in _voorwaarde(nummer, voorwaarde, toezicht)
        ),
        Kop(1, _("Wat gebeurt er daarna?")),
        _velden(
            (_("Als het lukt"), inhoud.als_het_lukt),
            (_("Als iemand zich niet aan het plan houdt"), inhoud.als_het_niet_lukt),
            (_("Als de ouders het niet veilig kunnen maken"), inhoud.als_ouders_niet_kunnen),
        ),
        Kop(1, _("Wie helpt en wie kijkt mee?")),
        _velden(
            (_("Helpt de ouders direct"), inhoud.steun_voor_ouders),
            (_("Kijkt of de afspraken worden nagekomen"), inhoud.toezicht_door),
        ),
        Kop(1, _("Wanneer kijken we terug?")),
        _velden((_("Dag"), _dag(inhoud.evaluatie_op)), (_("Met wie"), inhoud.evaluatie_met)),
    )


def list_kindblokken(inhoud: Planinhoud) -> tuple[Blok, ...]:
    """The plan for the children; empty when nothing was written for them."""
    # The same words under two conditions are one thing for a child.
    afspraken = tuple(
        dict.fromkeys(
            een.voor_kind for rij in inhoud.voorwaarden for een in rij.afspraken if een.voor_kind
        )
    )
    if not inhoud.kind_uitleg:
        return ()
    blokken: list[Blok] = [Kop(1, _("Waarom is er een plan?")), Alinea(inhoud.kind_uitleg)]
    if afspraken:
        blokken += [Kop(1, _("Dit spreken we af")), Lijst(afspraken)]
    blokken.append(Kop(1, _("Bij wie kan je terecht?")))
    if inhoud.kind_bij_wie:
        blokken.append(Alinea(inhoud.kind_bij_wie))
    blokken.append(
        Alinea(
            _(
                "Is er nu gevaar? Bel 112. Wil je met iemand anders praten? "
                "De Kindertelefoon is gratis: 0800 0432."
            )
        )
    )
    return tuple(blokken)


def list_lange_zinnen(inhoud: Planinhoud) -> list[str]:
    """Sentences for the children that a child of eight cannot read at once."""
    teksten = [inhoud.kind_uitleg]
    teksten += [een.voor_kind for rij in inhoud.voorwaarden for een in rij.afspraken]
    zinnen = (
        zin.strip()
        for tekst in teksten
        for zin in tekst.replace("!", ".").replace("?", ".").replace("\n", ".").split(".")
    )
    return [zin for zin in zinnen if len(zin.split()) > KINDERZIN]


def list_instemmingen(instemmingen: Iterable[Instemming]) -> tuple[str, ...]:
    """Who agrees and who does not, each with the day, in a sentence."""
    zinnen = {
        True: _("%(wie)s is het eens met dit plan (%(dag)s)."),
        False: _("%(wie)s is het niet eens met dit plan (%(dag)s)."),
    }
    return tuple(
        " ".join(
            deel
            for deel in (
                zinnen[een.akkoord] % {"wie": een.wie, "dag": _dag(een.op)},
                een.toelichting,
            )
            if deel
        )
        for een in instemmingen
    )


def show_blokken(blokken: Iterable[Blok]) -> list[dict[str, Any]]:
    """The same blocks for a template: each with its kind."""
    return list(_shown(blokken))


def _shown(blokken: Iterable[Blok]) -> Iterator[dict[str, Any]]:
    for blok in blokken:
        match blok:
            case Kop():
                yield {"soort": "kop", "niveau": blok.niveau + 1, "tekst": blok.tekst}
            case Alinea():
                yield {"soort": "alinea", "tekst": blok.tekst}
            case Lijst():
                yield {"soort": "lijst", "punten": blok.punten}
            case Velden():
                yield {"soort": "velden", "paren": blok.paren}


def _begin(inhoud: Planinhoud) -> tuple[Blok, ...]:
    return (
        Kop(1, _("Waarom is er een plan?")),
        Alinea(inhoud.waarom),
        _velden(
            (_("Waar we nu aan werken"), Fase(inhoud.fase).label),
            (_("Waarom deze versie"), Aanleiding(inhoud.aanleiding).label),
        ),
        Kop(1, _("Van wie is dit plan?")),
        Alinea(_("Dit plan is van de ouders. De anderen helpen hen om het uit te voeren.")),
        _velden(
            (_("Maakten de ouders het plan zelf?"), MetOuders(inhoud.met_ouders).label),
            (_("Waarom niet helemaal"), inhoud.met_ouders_reden),
            (_("Uit het gezin maakten mee"), inhoud.makers_gezin),
            (_("Uit het netwerk maakten mee"), inhoud.makers_netwerk),
            (_("Hulpverleners maakten mee"), inhoud.makers_hulp),
            (_("Wat het gezin zelf besloot"), inhoud.gezin_besloot),
        ),
    )


def _voorwaarde(nummer: int, voorwaarde: VoorwaardeInhoud, toezicht: str) -> Iterator[Blok]:
    yield Kop(2, _("Voorwaarde %(nummer)s") % {"nummer": nummer})
    yield _velden(
        (_("Dit moet er gebeuren"), voorwaarde.wat),
        (_("Dat vraagt"), voorwaarde.gesteld_door),
        (_("Geregeld op"), _dag(voorwaarde.geregeld_op)),
    )
    for plek, afspraak in enumerate(voorwaarde.afspraken, start=1):
        yield Kop(3, _("Afspraak %(nummer)s.%(plek)s") % {"nummer": nummer, "plek": plek})
        yield _afspraak(afspraak, toezicht)


def _afspraak(afspraak: AfspraakInhoud, toezicht: str) -> Velden:
    return _velden(
        (_("Wat"), afspraak.tekst),
        (_("Wie doet het"), afspraak.wie),
        (_("Voor wie"), VoorWie(afspraak.voor_wie).label),
        (_("Vanaf"), _dag(afspraak.vanaf)),
        (_("Tot en met"), _dag(afspraak.tot)),
        (_("Wie kijkt of het gebeurt"), afspraak.toezicht_door or toezicht),
    )


def _velden(*paren: tuple[str, Any]) -> Velden:
    """The pairs of which something was filled in."""
    return Velden(tuple((naam, str(waarde)) for naam, waarde in paren if str(waarde).strip()))


def _dag(dag: date | None) -> str:
    return date_format(dag, "j F Y") if dag else ""

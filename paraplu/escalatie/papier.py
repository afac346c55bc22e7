"""The report of an escalation as a document: without a name of the family."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Ondertekening, Stuk, Tabel, Velden

from .models import Deelnemer, Overleg, Verslag

#: What the core and the solution of a talk are called on each level.
KERN = {
    1: gettext_lazy("Dilemma"),
    2: gettext_lazy("Oorzaak"),
    3: gettext_lazy("Wat tekortschiet"),
}
NIVEAU = {
    0: gettext_lazy("Professionals"),
    1: gettext_lazy("Stap 1: gedragswetenschappers"),
    2: gettext_lazy("Stap 2: leidinggevenden"),
    3: gettext_lazy("Stap 3: bestuurders"),
}


def make_stuk(verslag: Verslag) -> Stuk:
    """The version as it was submitted, with what each participant said of it since."""
    escalatie = verslag.escalatie
    return Stuk(
        titel=_("Verslag van een escalatie"),
        datum=verslag.op,
        kenmerk=f"{escalatie.casus.nummer}, {_('versie')} {verslag.versie}",
        blokken=tuple(_blokken(verslag)),
        voet=_("Vertrouwelijk, zonder namen van het gezin"),
    )


def _blokken(verslag: Verslag) -> Iterator[Blok]:
    escalatie = verslag.escalatie
    yield Kop(1, _("Waar het om gaat"))
    yield Velden(
        (
            (_("Situatie"), str(escalatie.get_situatie_display())),
            (_("Kader"), str(escalatie.get_kader_display())),
            (_("Ingebracht door"), str(escalatie.casus.houder.organisatie)),
            (_("Andere kant"), str(escalatie.wederpartij)),
            (_("Wat er vastliep"), escalatie.vraag),
            (_("Gezin verteld"), str(escalatie.get_ingelicht_display())),
        )
    )
    for overleg in escalatie.overleggen.all():
        yield Kop(1, f"{NIVEAU[overleg.niveau]}, {date_format(overleg.gehouden_op, 'j F Y')}")
        yield Velden(tuple(list_paren(overleg)))
    yield Kop(1, _("Besproken"))
    yield Alinea(verslag.besproken)
    yield Kop(1, _("Afgesproken"))
    yield Alinea(verslag.afspraken)
    if verslag.lessen:
        yield Kop(1, _("Wat anderen hiervan kunnen leren"))
        yield Alinea(verslag.lessen)
    yield Kop(1, _("Wie meededen en wat zij van het verslag vinden"))
    yield Tabel(
        (_("Wie"), _("Als"), _("Antwoord")),
        tuple(list_antwoorden(verslag)),
        _("Goedkeuring van het verslag"),
    )
    yield Ondertekening(
        naam=verslag.door.naam,
        functie=_("Inbrenger"),
        organisatie=verslag.door.organisatie.naam,
        datum=verslag.op,
    )


def list_paren(overleg: Overleg) -> Iterator[tuple[str, str]]:
    """What a talk was about and what it gave, as label and value."""
    yield str(KERN[overleg.niveau]), overleg.kern
    if overleg.oplossing:
        yield _("Oplossing"), overleg.oplossing
    yield _("Gelukt"), _("ja") if overleg.gelukt else _("nee")


def list_antwoorden(verslag: Verslag) -> Iterator[tuple[str, str, str]]:
    """Everybody who took part, once, with the answer or that there is none."""
    gegeven = {g.deelnemer_id: g for g in verslag.goedkeuringen.all()}
    for deelnemer in unique(verslag.escalatie.deelnemers.select_related("organisatie")):
        antwoord = gegeven.get(deelnemer.pk)
        if antwoord is None:
            tekst = _("nog geen antwoord")
        else:
            tekst = _("akkoord") if antwoord.akkoord else _("niet akkoord")
            if antwoord.opmerking:
                tekst = f"{tekst}: {antwoord.opmerking}"
        waar = f", {deelnemer.organisatie}" if deelnemer.organisatie else ""
        yield f"{deelnemer.naam}{waar}", str(deelnemer.get_rol_display()), tekst


def unique(deelnemers: Iterator[Deelnemer]) -> list[Deelnemer]:
    """Each person once, as who they were first."""
    gezien: dict[object, Deelnemer] = {}
    for deelnemer in deelnemers:
        sleutel = deelnemer.medewerker_id or f"{deelnemer.naam} {deelnemer.rol}"
        gezien.setdefault(sleutel, deelnemer)
    return list(gezien.values())

"""Parts that packs, dossiers and reports share: tables of where agreements stand, actions and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from paraplu.resultaten.stand import Stand
from paraplu.verslagen.inhoud import Blok, Hoofdstuk, Paren, Tabel, Tekst, Verwijzingen
from paraplu.web.webadres import full_adres

from ..models import Actie, Afwijking
from ..standen import write_cijfer, write_norm
from ..waarden import Waarderegel


def tabel_standen(standen: Sequence[Stand], bijschrift: str) -> Tabel:
    """A row per stand: figure, norm and status."""
    return Tabel(
        bijschrift,
        (_("Afspraak"), _("Wie"), _("Jaar"), _("Cijfer"), _("Norm"), _("Stand")),
        tuple(
            (
                f"{s.afspraak.code} {s.afspraak.naam}",
                s.partij.naam,
                str(s.jaar),
                write_cijfer(s, s.cijfer),
                write_norm(s),
                str(s.status),
            )
            for s in standen
        ),
        getallen=False,
    )


def hoofdstuk_stand(stand: Stand, *, sleutel: str) -> Hoofdstuk:
    """One agreement in full: the sentence, the parts, the path ahead and what is missing."""
    blokken: list[Blok] = [Tekst(stand.uitleg)]
    if stand.onderdelen:
        blokken.append(
            Paren(
                tuple(
                    (deel.naam, write_deel(stand, deel.waarde, deel.eenheid))
                    for deel in stand.onderdelen
                )
            )
        )
    if stand.pad:
        blokken.append(_tabel_pad(stand))
    blokken.extend(Tekst(zin) for zin in list_gemis(stand))
    if stand.bewijs:
        naam = _("Bewijs van %(code)s") % {"code": stand.afspraak.code}
        blokken.append(Verwijzingen(((naam, full_adres(stand.bewijs)),)))
    return Hoofdstuk(sleutel, f"{stand.afspraak.code} {stand.afspraak.naam}", tuple(blokken), 2)


def hoofdstuk_waarden(regels: Sequence[Waarderegel]) -> Hoofdstuk:
    """The seven values of the monitor with their receipts, and what a region asked on top (R309)."""
    gewoon = [regel for regel in regels if not regel.is_extra]
    extra = [regel for regel in regels if regel.is_extra]
    blokken: list[Blok] = [_tabel_waarden(gewoon, _("De zeven waarden"))]
    if extra:
        blokken.append(_tabel_waarden(extra, _("Wat deze regio daarnaast wil weten")))
    paren = {
        regel.bewijs: _("Bewijs van %(code)s, %(wie)s") % {"code": regel.code, "wie": regel.partij.naam}
        for regel in regels
    }  # fmt: skip
    blokken.append(Verwijzingen(tuple((naam, adres) for adres, naam in paren.items())))
    return Hoofdstuk("waarden", _("De zeven waarden van de monitor"), tuple(blokken))


def _tabel_waarden(regels: Sequence[Waarderegel], bijschrift: str) -> Tabel:
    return Tabel(
        bijschrift,
        (_("Waarde"), _("Wat"), _("Wie"), _("Jaar"), _("Cijfer")),
        tuple((f"{r.code} {r.naam}", r.maat, r.partij.naam, str(r.jaar), r.tekst) for r in regels),
        getallen=False,
    )


def write_deel(stand: Stand, waarde: object, eenheid: str) -> str:
    """A number beside the figure, in its own unit."""
    anders = replace(stand, afspraak=replace(stand.afspraak, eenheid=eenheid))
    return write_cijfer(anders, waarde)  # type: ignore[arg-type]


def _tabel_pad(stand: Stand) -> Tabel:
    rijen = tuple(
        (str(punt.jaar), *(write_cijfer(stand, w) for w in (punt.gemeten, punt.grens, punt.pad)))
        for punt in stand.pad
    )
    koppen = (_("Jaar"), _("Gemeten"), _("Norm van het jaar"), _("Pad vanaf het begin"))
    return Tabel(_("Pad van %(code)s") % {"code": stand.afspraak.code}, koppen, rijen, False)


def list_gemis(stand: Stand) -> Iterator[str]:
    """What is not there yet, in sentences."""
    for gemis in stand.ontbreekt:
        van = _(" Dit komt van %(wie)s.") % {"wie": gemis.van} if gemis.van else ""
        yield _("Nog niet bekend: %(wat)s.") % {"wat": gemis.wat} + van


def tabel_acties(acties: Iterable[Actie], bijschrift: str) -> Tabel:
    """Actions with owner, the day that holds and the state; `acties` as `with_stand` gives them."""
    return Tabel(
        bijschrift,
        (_("Nummer"), _("Wat"), _("Wie"), _("Klaar op"), _("Stand")),
        tuple(
            (
                actie.nummer,
                actie.onderwerp,
                actie.eigenaar,
                write_datum(actie),
                str(actie.stand or ""),
            )
            for actie in acties
        ),
        getallen=False,
    )


def write_datum(actie: Actie) -> str:
    """The day of an action, or the words of the source; preliminary where it was (R219)."""
    dag = f"{actie.datum:%d-%m-%Y}" if actie.datum else (actie.termijn or _("geen datum"))
    return _("%(dag)s (onder voorbehoud)") % {"dag": dag} if actie.voorlopig else dag


def hoofdstuk_afwijking(afwijking: Afwijking, *, sleutel: str) -> Hoofdstuk:
    """One deviation with its figure as it was known then, its receipt, and all that was said."""
    blokken: list[Blok] = [
        Paren(
            (
                (_("Partij"), afwijking.partij_naam),
                (_("Getroffen partij"), afwijking.getroffen_naam),
                (_("Jaar"), str(afwijking.jaar)),
                (_("Cijfer"), afwijking.cijfer),
                (_("Norm"), afwijking.norm),
                (_("Zoals bekend op"), f"{afwijking.bekend_op:%d-%m-%Y}"),
                (_("Vastgelegd op"), f"{afwijking.op:%d-%m-%Y}"),
            )
        ),
        Tekst(afwijking.toelichting),
        *(Tekst(regel) for regel in afwijking.bewijs.splitlines() if regel),
    ]
    for stap in afwijking.stappen.all():
        kop = f"{stap.op:%d-%m-%Y}, {stap.door.organisatie_naam}, {stap.get_soort_display()}"
        blokken.append(Tekst(f"{kop}: {stap.tekst}"))
    return Hoofdstuk(sleutel, f"{afwijking.nummer}: {afwijking}", tuple(blokken), 2)

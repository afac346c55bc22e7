"""The report of a talk in plain Dutch, from what was fixed (R75, R269): one source for page and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Ondertekening, Tabel, Velden
from paraplu.web.templatetags.kader import dag

from ..models import Afspraak, Besluit, Genodigde, Stem, Uitkomst
from .geschreven import Geschreven, list_geschreven


def make_verslag(besluit: Besluit) -> tuple[Blok, ...]:
    """Everything the parents and the professionals get (R71, R75)."""
    geschreven = list_geschreven(besluit.zitting.casus, alleen_gedeeld=True)
    return (
        *_wanneer(besluit),
        *_wie(besluit),
        *_geschreven(geschreven),
        *_gezegd(besluit),
        *_beeld(besluit),
        *_inschatting(besluit),
        *_advies(besluit),
        *_besluit(besluit),
        *_afspraken(besluit),
        *_terugkijken(besluit),
        *_klopt_niet(),
        _handtekening(besluit),
    )


def make_afsprakenblad(besluit: Besluit) -> tuple[Blok, ...]:
    """What everybody else who was there gets: the agreements and who answers for what (R71)."""
    return (
        *_wanneer(besluit),
        *_afspraken(besluit),
        *_klopt_niet(),
        _handtekening(besluit),
    )


def _velden(kop: str, *paren: tuple[str, Any]) -> Iterator[Blok]:
    gevuld = tuple((label, str(waarde)) for label, waarde in paren if waarde)
    if gevuld:
        yield Kop(1, kop)
        yield Velden(gevuld)


def _wanneer(besluit: Besluit) -> Iterator[Blok]:
    zitting = besluit.zitting
    begin = localtime(zitting.begin)
    yield Velden(
        (
            (_("Wanneer"), f"{dag(begin.date())}, {begin:%H.%M}"),
            (_("Waar"), zitting.plaats),
            (_("Tafel"), zitting.tafel.organisatie.naam),
            (_("Voorzitter"), zitting.voorzitter.naam),
            (_("Soort gesprek"), str(zitting.casus.tafelverzoek.get_soort_display())),
        )
    )


def _wie(besluit: Besluit) -> Iterator[Blok]:
    alle = list(besluit.zitting.genodigden.select_related("medewerker__organisatie", "persoon"))
    yield Kop(1, _("Wie waren er?"))
    yield Lijst(tuple(_describe(wie) for wie in alle if wie.aanwezig))
    if afwezig := tuple(_describe(wie) for wie in alle if not wie.aanwezig):
        yield Alinea(_("Uitgenodigd en er niet bij:"))
        yield Lijst(afwezig)
    if kinderen := tuple(_heard(wie) for wie in alle if wie.rol == Genodigde.Rol.KIND):
        yield Alinea(_("Hoe de kinderen zijn gehoord:"))
        yield Lijst(kinderen)


def _describe(wie: Genodigde) -> str:
    rol = str(wie.get_rol_display())
    if wie.medewerker:
        return f"{wie.wie}, {rol} ({wie.medewerker.organisatie.naam})"
    return f"{wie.wie}, {rol}"


def _heard(wie: Genodigde) -> str:
    """How, prepared by whom, and the contact behind what a professional told (R57, R267)."""
    delen = [f"{wie.wie}: {str(wie.get_wijze_display()).lower()}"]
    if wie.voorbereid_door:
        delen.append(_("voorbereid door %(wie)s") % {"wie": wie.voorbereid_door})
    if wie.contact_op:
        delen.append(_("de professional sprak het kind op %(dag)s") % {"dag": dag(wie.contact_op)})
    return "; ".join(delen)


def _geschreven(geschreven: Iterable[Geschreven]) -> Iterator[Blok]:
    """Marked as written by the family itself, and word for word (R266)."""
    rijen = list(geschreven)
    if not rijen:
        return
    yield Kop(1, _("Dit schreef het gezin zelf"))
    yield Alinea(_("Woord voor woord. Hieraan is niets veranderd."))
    for een in rijen:
        yield Kop(2, f"{een.wie}, {een.over}, {dag(een.op)}")
        yield Alinea(een.woorden)


def _gezegd(besluit: Besluit) -> Iterator[Blok]:
    stemmen = besluit.stemmen.select_related("persoon")
    paren = tuple((_head_of(stem), stem.woorden) for stem in stemmen)
    if paren:
        yield Kop(1, _("Dit zeiden ouders en kinderen"))
        yield Velden(paren)


def _head_of(stem: Stem) -> str:
    delen = [stem.persoon.naam]
    if stem.over != Stem.Over.KIND:
        delen.append(str(stem.get_over_display()).lower())
    if stem.letterlijk:
        delen.append(_("in eigen woorden"))
    if stem.apart:
        delen.append(_("zonder de ouders erbij"))
    return ", ".join(delen)


def _beeld(besluit: Besluit) -> Iterator[Blok]:
    yield from _velden(
        _("Zo zien wij het samen"),
        (_("Hier gaat het goed"), besluit.gaat_goed),
        (_("Hier loopt het vast"), besluit.loopt_vast),
        (_("Dat komt hierdoor"), besluit.waardoor),
        (_("Dit is nodig"), besluit.nodig),
    )
    yield from _velden(_("Is het veilig genoeg?"), (_("Wat wij bespraken"), besluit.veiligheid))


def _inschatting(besluit: Besluit) -> Iterator[Blok]:
    yield from _velden(
        _("Wat kan dit gezin?"),
        (_("De ouders willen veranderen"), besluit.motivatie),
        (_("Wat de ouders kunnen leren"), besluit.leerbaarheid),
        (_("Hoe de ouders naar de zorgen kijken"), besluit.inzicht),
        (_("Daarom denken wij"), besluit.conclusie),
    )
    yield from _velden(
        _("Wat kan nog vrijwillig?"),
        (_("Is alles gebruikt wat vrijwillig kan?"), _yes_no(besluit.benut)),
        (_("Waarom"), besluit.benut_toelichting),
        (_("Is er nog een laatste kans?"), _yes_no(besluit.laatste_kans)),
        (_("Welke kans, of waarom niet"), besluit.laatste_kans_toelichting),
    )


def _yes_no(waarde: bool) -> str:
    return _("Ja") if waarde else _("Nee")


def _advies(besluit: Besluit) -> Iterator[Blok]:
    volgt = besluit.volgt_advies
    yield from _velden(
        _("Wat zegt de Raad voor de Kinderbescherming?"),
        (_("Advies"), besluit.get_advies_display()),
        (_("Waarom"), besluit.advies_tekst),
        (_("Volgt het besluit dit advies?"), "" if volgt is None else _yes_no(volgt)),
        (_("Waarom niet"), besluit.advies_afwijking),
    )


def _besluit(besluit: Besluit) -> Iterator[Blok]:
    yield from _velden(
        _("Het besluit"),
        (_("Kan de ondertoezichtstelling eindigen?"), besluit.get_toets_display()),
        (_("Waarom"), besluit.toets_toelichting),
        (_("Wat de ouders daarna zelf doen"), besluit.rol_ouders),
        (_("Wie daarna wat bijdraagt"), besluit.bijdragen),
        (_("Uitkomst"), besluit.get_uitkomst_display()),
        (_("Zo houden wij elkaar eraan"), besluit.get_met_display()),
        (_("Tot wanneer"), dag(besluit.periode_tot) if besluit.periode_tot else ""),
        (_("Hoe het nu verder gaat"), besluit.route),
        (_("Welke hulp doorgaat en nodig is"), besluit.hulp),
        (_("Nieuw in het veiligheidsplan"), besluit.veiligheid_erbij),
        (_("Hoe is besloten?"), besluit.get_besloten_display()),
        (_("Wie het anders ziet"), besluit.afwijkend),
    )


def _afspraken(besluit: Besluit) -> Iterator[Blok]:
    """Of safety also who supervises and who supports the parents (R69)."""
    alle = list(besluit.afspraken.all())
    veilig = [een for een in alle if een.soort == Afspraak.Soort.VEILIGHEID]
    yield Kop(1, _("Wat is afgesproken"))
    yield Tabel(
        (_("Wat"), _("Wie doet dit"), _("Uiterlijk"), _("Wie let erop"), _("Wie steunt de ouders")),
        tuple((a.tekst, a.wie, dag(a.uiterlijk), a.toezicht, a.steun) for a in veilig),
        _("Afspraken over veiligheid"),
    )
    if anders := [een for een in alle if een.soort != Afspraak.Soort.VEILIGHEID]:
        yield Tabel(
            (_("Wat"), _("Waarover"), _("Wie doet dit"), _("Uiterlijk")),
            tuple((a.tekst, a.get_soort_display(), a.wie, dag(a.uiterlijk)) for a in anders),
            _("Andere afspraken"),
        )


def _terugkijken(besluit: Besluit) -> Iterator[Blok]:
    moment = besluit.evaluaties.first()
    if moment:
        yield from _velden(
            _("Wanneer kijken wij terug?"),
            (_("Dag"), dag(moment.op)),
            (_("Hoe"), moment.get_wijze_display()),
        )
    else:
        yield from _velden(
            _("Wanneer kijken wij terug?"), (_("Geen moment, omdat"), besluit.geen_evaluatie)
        )


def _klopt_niet() -> Iterator[Blok]:
    yield Kop(1, _("Klopt dit niet?"))
    yield Alinea(
        _(
            "Vindt u dat dit verslag niet klopt? Zeg of schrijf dat aan de voorzitter. "
            "Uw woorden komen bij dit verslag te staan. Het verslag zelf verandert niet. "
            "Bent u niet tevreden over het gesprek of over het besluit? "
            "Dan kunt u met de voorzitter terugkijken."
        )
    )


def _handtekening(besluit: Besluit) -> Ondertekening:
    zitting = besluit.zitting
    return Ondertekening(
        naam=zitting.voorzitter.naam,
        functie=_("Voorzitter"),
        organisatie=zitting.tafel.organisatie.naam,
        datum=besluit.op,
    )


#: The outcome in words that a child can read.
VOOR_KIND: Final = {
    Uitkomst.VRIJWILLIG: gettext_lazy(
        "Jullie krijgen hulp van het team in de buurt. Jullie ouders doen daar zelf aan mee."
    ),
    Uitkomst.NIET_VRIJBLIJVEND: gettext_lazy(
        "Jullie krijgen hulp. Over een tijdje kijken we of het beter gaat."
    ),
    Uitkomst.MET_ONDERZOEK: gettext_lazy(
        "Jullie krijgen hulp. Iemand van de Raad voor de Kinderbescherming komt ook kijken "
        "wat jullie nodig hebben."
    ),
    Uitkomst.ONDERZOEK: gettext_lazy(
        "Iemand van de Raad voor de Kinderbescherming komt kijken wat jullie nodig hebben."
    ),
}

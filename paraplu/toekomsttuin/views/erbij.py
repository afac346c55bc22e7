"""Add a line to a garden: one page for every register, each with its form and its act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force

from .. import queries
from ..actions import gereedheid, leden, omgeving, signalen, tuinen
from ..forms.signalen import SignaalVorm
from ..forms.tuinen import GemeenteVorm, LidVorm
from ..forms.velden import make_vorm
from ..models import (
    Begrotingsregel,
    Clientinbreng,
    Expertise,
    Instemming,
    Klacht,
    Leermoment,
    Startdocument,
    Teamkwaliteit,
    Tuin,
    Tuinfase,
)
from .toegang import done, need, read_tuin, show_form, trace_tuin, try_save, who

Doe = Callable[[Tuin, Medewerker, date, dict[str, Any]], Any]


@dataclass(frozen=True, kw_only=True)
class Erbij:
    """Something to add: its form, its act, where one returns to, and who may."""

    titel: Any
    vorm: Callable[..., Any]
    doe: Doe
    terug: str
    alleen_beheer: bool = False
    alleen_leden: bool = False
    met_tuin: bool = False


def _set_fase(tuin: Tuin, by: Medewerker, _on: date, velden: dict[str, Any]) -> Any:
    return tuinen.set_fase(tuin=tuin, by=by, **velden)


def _add_regel(soort: Any) -> Doe:
    return lambda tuin, by, _on, velden: omgeving.add_regel(soort, tuin=tuin, by=by, **velden)


def _note_team(_tuin: Tuin, by: Medewerker, on: date, velden: dict[str, Any]) -> Any:
    return omgeving.note_teamkwaliteit(by=by, on=on, **velden)


def _instemming(*args: Any, tuin: Tuin, **kwargs: Any) -> Any:
    """The form for consent: documents of this garden, and partners at its table."""
    form = make_vorm(
        Instemming, "document", "organisatie", "oordeel", "tekst", "op", geweest=("op",)
    )(*args, **kwargs)
    form.fields["document"].queryset = tuin.documenten.all()
    form.fields["document"].label = _("Welk document?")
    form.fields["organisatie"].queryset = Organisatie.objects.filter(
        in_force(form.on),
        soort__in=(Soort.RVDK, Soort.VEILIG_THUIS, Soort.GI, Soort.LOKAAL_TEAM, Soort.GEMEENTE),
        regio__in=("", tuin.regio),
    )
    return form


def _teamkwaliteit(*args: Any, tuin: Tuin, **kwargs: Any) -> Any:
    """The form for the quality of a lokaal team of the region."""
    velden = ("team", "kader", "versie", "quickscan_op", "uitkomst", "voldaan")
    form = make_vorm(Teamkwaliteit, *velden, geweest=("quickscan_op",))(*args, **kwargs)
    form.fields["team"].queryset = Organisatie.objects.filter(
        in_force(form.on), soort=Soort.LOKAAL_TEAM, regio=tuin.regio
    )
    return form


SOORTEN: dict[str, Erbij] = {
    "fase": Erbij(
        titel=_("Naar een andere fase"),
        vorm=make_vorm(Tuinfase, "fase", "vanaf", "toelichting"),
        doe=_set_fase,
        terug="tuin",
        alleen_beheer=True,
    ),
    "gemeente": Erbij(
        titel=_("Een gemeente erbij"),
        vorm=GemeenteVorm,
        doe=lambda tuin, _by, _on, velden: tuinen.add_gemeente(tuin=tuin, **velden),
        terug="tuin",
        alleen_beheer=True,
        met_tuin=True,
    ),
    "lid": Erbij(
        titel=_("Iemand in de tuin"),
        vorm=LidVorm,
        doe=lambda tuin, _by, _on, velden: leden.add_lid(tuin=tuin, **velden),
        terug="tuin_leden",
        alleen_beheer=True,
        met_tuin=True,
    ),
    "signaal": Erbij(
        titel=_("Een signaal geven"),
        vorm=SignaalVorm,
        doe=lambda tuin, by, on, v: signalen.raise_signaal(tuin=tuin, by=by, on=on, **v),
        terug="tuin_bestuur",
        met_tuin=True,
    ),
    "begroting": Erbij(
        titel=_("Een regel in de begroting"),
        vorm=make_vorm(Begrotingsregel, "jaar", "soort", "bedrag", "bron", "toelichting"),
        doe=lambda tuin, by, on, v: gereedheid.add_begrotingsregel(tuin=tuin, by=by, on=on, **v),
        terug="tuin_begroting",
        alleen_beheer=True,
    ),
    "document": Erbij(
        titel=_("Een document om over in te stemmen"),
        vorm=make_vorm(Startdocument, "titel", "versie", "op", "vindplaats"),
        doe=lambda tuin, _by, _on, velden: gereedheid.add_document(tuin=tuin, **velden),
        terug="tuin_instemming",
    ),
    "instemming": Erbij(
        titel=_("Wat vindt een partner?"),
        vorm=_instemming,
        doe=lambda _tuin, by, _on, velden: gereedheid.note_instemming(by=by, **velden),
        terug="tuin_instemming",
        met_tuin=True,
    ),
    "leermoment": Erbij(
        titel=_("Een moment van leren"),
        vorm=make_vorm(Leermoment, "soort", "niveau", "op", "met_wie", "geleerd", geweest=("op",)),
        doe=_add_regel(Leermoment),
        terug="tuin_leren",
    ),
    "clientinbreng": Erbij(
        titel=_("Wat zeggen cliënten en ervaringsdeskundigen?"),
        vorm=make_vorm(Clientinbreng, "van_wie", "tekst", "gevolg", "op", geweest=("op",)),
        doe=_add_regel(Clientinbreng),
        terug="tuin_leren",
    ),
    "expertise": Erbij(
        titel=_("Kennis die wij kunnen inschakelen"),
        vorm=make_vorm(Expertise, "domein", "voor_wie", "organisatie", "contact", "vanaf"),
        doe=lambda tuin, _by, _on, velden: omgeving.add_expertise(tuin=tuin, **velden),
        terug="tuin_leren",
    ),
    "team": Erbij(
        titel=_("Wat kan een lokaal team?"),
        vorm=_teamkwaliteit,
        doe=_note_team,
        terug="tuin",
        met_tuin=True,
    ),
    "klacht": Erbij(
        titel=_("Een klacht"),
        vorm=make_vorm(
            Klacht,
            "ontvangen_op",
            "kern",
            "bevestigd_op",
            geweest=("ontvangen_op", "bevestigd_op"),
        ),
        doe=_add_regel(Klacht),
        terug="tuin_klachten",
        alleen_leden=True,
    ),
}


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_erbij(request: HttpRequest, pk: int, soort: str) -> HttpResponse:
    """Add a line of this kind to the garden."""
    gevonden, vandaag = read_tuin(request, pk), localdate()
    if soort not in SOORTEN:
        raise Http404
    erbij, ik = SOORTEN[soort], who(request)
    need(_may_add(request, gevonden, erbij))
    extra = {"tuin": gevonden} if erbij.met_tuin else {}
    form = erbij.vorm(request.POST or None, on=vandaag, **extra)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: erbij.doe(gevonden, ik, vandaag, velden)):
            trace_tuin(request, gevonden, f"tuin: {soort} toevoegen")
            return done(request, reverse(erbij.terug, args=[pk]))
    return show_form(
        request,
        form,
        titel=erbij.titel,
        terug=(reverse(erbij.terug, args=[pk]), gevonden.naam),
    )


def _may_add(request: HttpRequest, tuin: Tuin, erbij: Erbij) -> bool:
    vandaag = localdate()
    if erbij.alleen_leden:
        return queries.is_member(request.user, tuin, op=vandaag)
    if erbij.alleen_beheer:
        return queries.may_manage(request.user, tuin, op=vandaag)
    return queries.may_write(request.user, tuin, op=vandaag)

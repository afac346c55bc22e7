"""The private calendar feed: the last days of one's own steps, without names, by a secret link."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from paraplu.web.actions import write_spoor
from paraplu.web.agenda.feed import maak_feed
from paraplu.web.agenda.queries import gebruiker_of_sleutel
from paraplu.web.wand.verzoek import in_name_of

from ..herinneringen import list_agendapunten


@require_GET
@transaction.atomic
def agenda(request: HttpRequest, token: str) -> HttpResponse:
    """The feed behind this token; 404 for a wrong or withdrawn one, as for no feed at all."""
    vandaag = localdate()
    gebruiker = gebruiker_of_sleutel(token, on=vandaag)
    if gebruiker is None:
        raise Http404
    with in_name_of(gebruiker.pk):
        write_spoor(gebruiker=gebruiker, handeling="agenda ophalen", doel="eigen werk doen")
        feed = maak_feed("Paraplu", list_agendapunten(gebruiker, on=vandaag), op=now())
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")

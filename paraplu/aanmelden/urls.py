"""The routes of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import (
    beginnen,
    bemiddeling,
    documenten,
    evaluatie,
    expertteam,
    netwerk,
    opschalen,
    reactie,
    verloop,
)

urlpatterns: list[URLPattern] = [
    path("werk/persoon/<int:pk>/hulp/", beginnen.casus_nieuw, name="casus_nieuw"),
    path("werk/document/<int:pk>/", documenten.document, name="document"),
    path("werk/document/<int:pk>/pdf/", documenten.document_pdf, name="document_pdf"),
    path("werk/bemiddeling/", bemiddeling.bemiddeling, name="bemiddeling"),
    path("werk/bemiddeling/<int:pk>/", bemiddeling.bemiddelingsvraag, name="bemiddelingsvraag"),
    path("werk/hulp/<int:pk>/einde/", reactie.hulp_einde, name="hulp_einde"),
    path("werk/hulp/<int:pk>/nazorg/", reactie.nazorg, name="nazorg"),
    path("werk/netwerkvraag/<int:pk>/", netwerk.netwerkvraag, name="netwerkvraag"),
    path("werk/netwerkleden/", netwerk.netwerkleden, name="netwerkleden"),
    path("werk/expertteam/", expertteam.expertteam_agenda, name="expertteam_agenda"),
    path("werk/stap/<int:pk>/melden/", opschalen.opschaling_melden, name="opschaling_melden"),
    path("werk/evaluatie/<int:pk>/", evaluatie.evaluatie, name="evaluatie"),
    path("werk/casus/<int:pk>/verloop/", verloop.casus_verloop, name="casus_verloop"),
    path("cijfers/routes/", verloop.route_cijfers, name="route_cijfers"),
    path("cijfers/routes/blad/", verloop.route_cijfers_csv, name="route_cijfers_csv"),
    path("cijfers/routes/<slug:meting>/", verloop.route_cijfers_lijst, name="route_cijfers_lijst"),
]

"""The measure beside it: a bare Django page with one trivial question, no middleware, same server."""

from __future__ import annotations

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from paraplu.project import postgres
from paraplu.web import wand

settings.configure(
    SECRET_KEY="kaal",  # nothing is signed here
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            **postgres.verbinding(wand.ROL),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    },
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()
PAGINA = engines["django"].from_string("<!doctype html><title>{{ dag }}</title><p>{{ dag }}</p>")


def kaal(request: HttpRequest) -> HttpResponse:
    """Ask the database which day it is and say so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_date")
        [dag] = cursor.fetchone()
    return HttpResponse(PAGINA.render({"dag": dag}, request))


urlpatterns = [path("", kaal)]
application = WSGIHandler()

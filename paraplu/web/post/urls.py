"""The routes of one's own mail and calendar link, below /account/meldingen/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.meldingen, name="meldingen"),
    path("agenda/", views.agendalink_maken, name="agendalink_maken"),
    path("agenda/intrekken/", views.agendalink_intrekken, name="agendalink_intrekken"),
]

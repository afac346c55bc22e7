"""The route of the demo's page; its row stands in `paraplu/web/rechten.py`."""

from django.urls import path

from . import views

urlpatterns = [
    path("ijking/", views.ijking, name="ijking"),
]

"""The routes of the demo; the row of `ijking` stands in `paraplu/web/rechten.py`, the other in `rechten.py`."""

from django.urls import path

from . import views

urlpatterns = [
    path("ijking/", views.ijking, name="ijking"),
    path("casus/<int:pk>/tegenspel/", views.tegenspel, name="demo_tegenspel"),
]

"""The routes of the frame; each has a row in `rechten.py`."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("inloggen/", views.inloggen, name="inloggen"),
    path("inloggen/demo/", views.inloggen_demo, name="inloggen_demo"),
    path("uitloggen/", views.uitloggen, name="uitloggen"),
    path("", include("paraplu.web.inloggen.urls")),
    path("account/", views.account, name="account"),
    path("account/meldingen/", include("paraplu.web.post.urls")),
    path("thema/", views.thema, name="thema"),
    path("gezond/", views.gezond, name="gezond"),
]

"""The routes of logging in; each has a row in `rechten.py`."""

from django.urls import path

from .views import accounts, oidc, tweede_stap, wachtwoord

urlpatterns = [
    path("inloggen/bij/<slug:dienst>/", oidc.oidc_heen, name="oidc_heen"),
    path("inloggen/bij/<slug:dienst>/terug/", oidc.oidc_terug, name="oidc_terug"),
    path("inloggen/bij/<slug:dienst>/uit/", oidc.oidc_uit, name="oidc_uit"),
    path("inloggen/code/", tweede_stap.inloggen_code, name="inloggen_code"),
    path(
        "inloggen/wachtwoord/<int:nummer>/<slug:token>/",
        wachtwoord.wachtwoord_kiezen,
        name="wachtwoord_kiezen",
    ),
    path("account/tweede-stap/", tweede_stap.tweede_stap, name="tweede_stap"),
    path("accounts/", accounts.rechten_nazien, name="rechten_nazien"),
    path("accounts/lijst.csv", accounts.rechten_nazien_csv, name="rechten_nazien_csv"),
    path("accounts/nieuw/", accounts.account_nieuw, name="account_nieuw"),
    path("accounts/<int:nummer>/", accounts.account_beheer, name="account_beheer"),
]

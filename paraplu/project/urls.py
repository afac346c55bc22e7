"""The addresses of the whole house: every room adds its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("paraplu.web.urls")),
    path("", include("paraplu.inzage.urls")),
    path("", include("paraplu.dashboard.urls")),
    path("", include("paraplu.verslagen.urls")),
    path("", include("paraplu.netwerk.urls")),
    path("", include("paraplu.casussen.urls")),
    path("", include("paraplu.meelezen.urls")),
    path("", include("paraplu.veiligheid.urls")),
    path("", include("paraplu.aanmelden.urls")),
    path("", include("paraplu.tafel.urls")),
    path("", include("paraplu.escalatie.urls")),
    path("", include("paraplu.overdracht.urls")),
    path("", include("paraplu.toekomsttuin.urls")),
    path("", include("paraplu.contract.urls")),
    path("", include("paraplu.opgaven.urls")),
    path("", include("paraplu.vooruit.urls")),
    path("", include("paraplu.resultaten.urls")),
    path("", include("paraplu.overleg.urls")),
    path("", include("paraplu.api.urls")),
    path("", include("paraplu.beheer.urls")),
    path("demo/", include("paraplu.demo.urls")),
]

handler400 = "paraplu.web.views.fout_400"
handler403 = "paraplu.web.views.fout_403"
handler404 = "paraplu.web.views.fout_404"
handler500 = "paraplu.web.views.fout_500"

"""Django's name for this room."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "paraplu.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .rechten import OPENBAAR, VOORWERP, list_deuren, make_matrix  # noqa: PLC0415
        from .wand import BELEID, FUNCTIES, VRIJ  # noqa: PLC0415

        register(make_matrix(), VOORWERP, OPENBAAR, eigen_deur=list_deuren())
        beleid.register("api", beleid=BELEID, functies=FUNCTIES, vrij=VRIJ)

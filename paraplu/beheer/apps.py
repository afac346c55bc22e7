"""Django's name for this room."""

from django.apps import AppConfig


class BeheerConfig(AppConfig):
    name = "paraplu.beheer"
    label = "beheer"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .rechten import MATRIX, OPENBAAR, VOORWERP  # noqa: PLC0415
        from .wand import BELEID, FUNCTIES, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP, OPENBAAR)
        beleid.register("beheer", beleid=BELEID, functies=FUNCTIES, vrij=VRIJ)

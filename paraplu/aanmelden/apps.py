"""Django's name for this room."""

from django.apps import AppConfig


class AanmeldenConfig(AppConfig):
    name = "paraplu.aanmelden"
    label = "aanmelden"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now

        from . import voorwaarden  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        voorwaarden.register_all()

"""Django's name for this room."""

from django.apps import AppConfig


class TafelConfig(AppConfig):
    name = "paraplu.tafel"
    label = "tafel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from . import vormen, vormen_zitting  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415
        from .wand import BELEID, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        vormen.register_all()
        vormen_zitting.register_all()
        beleid.register("tafel", beleid=BELEID, vrij=VRIJ)

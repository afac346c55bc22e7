"""Django's name for this room."""

from django.apps import AppConfig


class VeiligheidConfig(AppConfig):
    name = "paraplu.veiligheid"
    label = "veiligheid"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.casussen import panelen  # noqa: PLC0415 - models are there only now
        from paraplu.web.rechten import register  # noqa: PLC0415
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .meelezen import register_stuk  # noqa: PLC0415
        from .queries import wachtend_for  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415
        from .views.overzicht import PANEEL  # noqa: PLC0415
        from .wand import BELEID, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        panelen.register_wachtend(wachtend_for)
        panelen.register_gezinspaneel(PANEEL)
        register_stuk()
        beleid.register("veiligheid", beleid=BELEID, vrij=VRIJ)

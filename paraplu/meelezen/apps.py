"""Django's name for this room."""

from django.apps import AppConfig


class MeelezenConfig(AppConfig):
    name = "paraplu.meelezen"
    label = "meelezen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .rechten import MATRIX, VOORWERP, ZONDER_ACCOUNT  # noqa: PLC0415
        from .wand import BELEID, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP, openbaar=ZONDER_ACCOUNT)
        beleid.register("meelezen", beleid=BELEID, vrij=VRIJ)

        from paraplu.casussen import panelen  # noqa: PLC0415

        from . import stukken  # noqa: PLC0415
        from .afspraken import AFSPRAKEN  # noqa: PLC0415
        from .queries import list_wachtend  # noqa: PLC0415
        from .views.uitnodigen import show_paneel  # noqa: PLC0415

        stukken.register(AFSPRAKEN)
        panelen.register(panelen.Paneel(template="meelezen/paneel.html", context=show_paneel))
        panelen.register_wachtend(list_wachtend)

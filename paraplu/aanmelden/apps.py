"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AanmeldenConfig(AppConfig):
    name = "paraplu.aanmelden"
    label = "aanmelden"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.casussen import panelen  # noqa: PLC0415
        from paraplu.casussen.panelen import Kindactie, register_kindactie  # noqa: PLC0415
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now

        from . import voorwaarden, vormen_begin, vormen_vervolg  # noqa: PLC0415
        from .berichtenpost import verwerken  # noqa: PLC0415
        from .queries import herinneringen_for  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        voorwaarden.register_all()
        vormen_begin.register_all()
        verwerken.register_all()
        vormen_vervolg.register_all()
        panelen.register_wachtend(herinneringen_for)
        register_kindactie(Kindactie("casus_nieuw", _("Hulp zoeken voor dit kind")))

        from .views import verloop  # noqa: PLC0415

        panelen.register(
            panelen.Paneel(template="aanmelden/verloop_paneel.html", context=verloop.show_paneel)
        )

        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .wand import BELEID, VRIJ  # noqa: PLC0415

        beleid.register("aanmelden", beleid=BELEID, vrij=VRIJ)

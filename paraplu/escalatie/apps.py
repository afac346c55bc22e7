"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EscalatieConfig(AppConfig):
    name = "paraplu.escalatie"
    label = "escalatie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.casussen import deelnemers, panelen  # noqa: PLC0415
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from . import queries, voorwaarden, vormen  # noqa: PLC0415
        from .actions.beginnen import ROUTE  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415
        from .wand import BELEID, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        beleid.register("escalatie", beleid=BELEID, vrij=VRIJ)
        voorwaarden.register_all()
        vormen.register_all()
        deelnemers.register_personen(ROUTE, queries.people_for_rol)
        panelen.register_wachtend(queries.list_wachtend)
        panelen.register_gezinsactie(
            panelen.Kindactie("escalatie_nieuw", _("De samenwerking loopt vast: escaleren"))
        )
        panelen.register_gezinsactie(
            panelen.Kindactie("onbeschermd_nieuw", _("Melden als onvoldoende beschermd"))
        )

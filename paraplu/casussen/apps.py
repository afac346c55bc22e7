"""Django's name for this room."""

from django.apps import AppConfig


class CasussenConfig(AppConfig):
    name = "paraplu.casussen"
    label = "casussen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now

        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415

        register(MATRIX, VOORWERP)

        from . import panelen  # noqa: PLC0415
        from .views import routes  # noqa: PLC0415

        panelen.register(
            panelen.Paneel(template="casussen/route_paneel.html", context=routes.show_paneel)
        )

        from paraplu.web.post.bronnen import register_bron  # noqa: PLC0415

        from .herinneringen import list_digest  # noqa: PLC0415

        register_bron(list_digest)

        from paraplu.netwerk import betrokken  # noqa: PLC0415

        from .betrokken import casussen_of  # noqa: PLC0415

        betrokken.register("casussen", casussen_of)

        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .wand import BELEID  # noqa: PLC0415
        from .wandfuncties import FUNCTIES  # noqa: PLC0415

        beleid.register("casussen", beleid=BELEID, functies=FUNCTIES)

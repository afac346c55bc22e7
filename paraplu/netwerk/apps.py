"""Django's name for this room."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "paraplu.netwerk"
    label = "netwerk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.web.inloggen.queries import register_functies  # noqa: PLC0415
        from paraplu.web.post.bronnen import register_bron  # noqa: PLC0415
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now

        from .bevestigen import list_te_bevestigen  # noqa: PLC0415
        from .nazien import functies_of  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415

        register(MATRIX, VOORWERP)
        register_functies(functies_of)
        register_bron(list_te_bevestigen)

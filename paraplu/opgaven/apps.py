"""Django's name for this room."""

from django.apps import AppConfig


class OpgavenConfig(AppConfig):
    name = "paraplu.opgaven"
    label = "opgaven"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from paraplu.termijnen.grond import offer  # noqa: PLC0415
        from paraplu.web.rechten import register  # noqa: PLC0415 - models are there only now
        from paraplu.web.wand import beleid  # noqa: PLC0415

        from .klok import list_gronden  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP, ZONDER_ACCOUNT  # noqa: PLC0415
        from .wand import BELEID, FUNCTIES, VRIJ  # noqa: PLC0415

        register(MATRIX, VOORWERP, openbaar=ZONDER_ACCOUNT)
        beleid.register("opgaven", beleid=BELEID, functies=FUNCTIES, vrij=VRIJ)
        offer("opgaven", list_gronden)

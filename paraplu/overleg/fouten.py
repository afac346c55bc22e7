"""What cannot be done in this room, in a sentence for who tried it."""

from __future__ import annotations

from django.utils.translation import gettext as _


class OverlegFout(Exception):
    """`str()` says what is wrong and what to do."""


class AlGepland(OverlegFout):
    """The same meeting on the same day is there already."""

    def __str__(self) -> str:
        return _("Dit overleg staat al op deze dag. Kies een andere dag, of open het overleg.")


class DubbelVastgelegd(OverlegFout):
    """The same was sent a second time."""

    def __str__(self) -> str:
        return _("Dit staat er al. Er is niets dubbel gedaan.")


class VerslagStaatVast(OverlegFout):
    """The minutes were adopted: nothing in them changes any more."""

    def __str__(self) -> str:
        return _("Dit verslag is vastgesteld en verandert niet meer.")


class ActieIsKlaar(OverlegFout):
    """The action was ended already."""

    def __str__(self) -> str:
        return _("Deze actie is al afgerond.")


class AlVastgelegd(OverlegFout):
    """This deviation of this year is there already."""

    def __str__(self) -> str:
        return _("Deze afwijking van deze partij in dit jaar is al vastgelegd.")


class GeenTweede(OverlegFout):
    """There is no second deviation about which nobody decided yet."""

    def __str__(self) -> str:
        return _("Er is geen tweede afwijking die nog op een besluit wacht.")

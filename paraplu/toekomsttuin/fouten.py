"""What can go wrong in a garden, named for what happened; the pages turn it into a sentence."""

from __future__ import annotations


class TuinFout(Exception):
    """Base of this room's errors; the text is Dutch and says what to do."""


class GeenInitiatief(TuinFout):
    """Neither a gemeente nor a region began this garden (R245)."""

    def __init__(self) -> None:
        super().__init__("Een gemeente of jeugdhulpregio neemt het initiatief. Kies die hier.")


class AlLid(TuinFout):
    """This person is there already."""

    def __init__(self) -> None:
        super().__init__("Deze persoon staat er al bij. Wijzig die gegevens.")


class AlWeg(TuinFout):
    """The household has left; the garden adds nothing to it any more."""

    def __init__(self) -> None:
        super().__init__("Dit huishouden is al uit de tuin. Er is niets veranderd.")


class NietAanBeurt(TuinFout):
    """The signal does not lie with this group any more, or not on its way up."""

    def __init__(self) -> None:
        super().__init__("Dit signaal ligt intussen bij een andere groep. Kijk waar het nu is.")


class VragenOpen(TuinFout):
    """The projectgroep has not answered its two questions (R260)."""

    def __init__(self) -> None:
        super().__init__(
            "Beantwoord eerst twee vragen: herkennen wij dit in de regio, en heeft de hele regio "
            "er nu al iets aan?"
        )


class NietNodig(TuinFout):
    """What is asked has been done already."""

    def __init__(self) -> None:
        super().__init__("Dit is al vastgelegd. Er is niets dubbel gedaan.")

"""What can go wrong in this room, named for what happened; the pages turn it into a sentence."""

from __future__ import annotations


class OpgaveFout(Exception):
    """Base of this room's errors; the text is Dutch and says what to do."""


class NieuwereVersie(OpgaveFout):
    """Somebody handed in a newer version since the form was opened."""

    def __init__(self) -> None:
        super().__init__(
            "Een collega heeft intussen een nieuwere versie ingediend. Uw cijfers staan hier nog; "
            "bekijk eerst de nieuwste versie."
        )


class JaarLoopt(OpgaveFout):
    """A return is about a year that is over."""

    def __init__(self) -> None:
        super().__init__("Dit jaar is nog niet voorbij. Een opgave gaat over een heel jaar.")


class ZonderReden(OpgaveFout):
    """A correction says what changed."""

    def __init__(self) -> None:
        super().__init__("Dit is een verbetering. Schrijf op wat er anders is, en waarom.")


class SluitNiet(OpgaveFout):
    """Begin + in - out is not end, or the origins do not make up the inflow."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)


class EnqueteDicht(OpgaveFout):
    """The round has not begun, or is over."""

    def __init__(self) -> None:
        super().__init__("Deze vragenlijst is nu niet open. Uw antwoord is niet bewaard.")


class TeDruk(OpgaveFout):
    """Many answers came in by one link in a short time."""

    def __init__(self) -> None:
        super().__init__(
            "Er komen nu te veel antwoorden tegelijk binnen. Uw antwoord is nog niet bewaard. "
            "Probeer het over een kwartier nog eens."
        )


class JaarBestaat(OpgaveFout):
    """There is a survey of this year."""

    def __init__(self) -> None:
        super().__init__("Er is al een vragenlijst voor dit jaar.")


class AlBekend(OpgaveFout):
    """What is asked has been done already."""

    def __init__(self) -> None:
        super().__init__("Dit is al vastgelegd. Er is niets dubbel gedaan.")

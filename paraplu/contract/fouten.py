"""What can go wrong with agreements and tariffs, named for what happened; pages show the sentence."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _


class ContractFout(Exception):
    """Base of this room's errors; the text says what happened and what to do."""


class GeenToetreeddag(ContractFout):
    """A GI joins on the first day of a quarter only (R156)."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Een GI kan alleen meedoen vanaf 1 januari, 1 april, 1 juli of 1 oktober. Kies zo'n dag."
            )
        )


class BuitenLooptijd(ContractFout):
    """The day lies before the agreement begins or after it ends (R154)."""

    def __init__(self, begin: date, einde: date) -> None:
        super().__init__(
            _("De overeenkomst loopt van %(begin)s tot en met %(einde)s. Kies een dag daarin.")
            % {"begin": f"{begin:%d-%m-%Y}", "einde": f"{einde:%d-%m-%Y}"}
        )


class AlPartij(ContractFout):
    """This party takes part already."""

    def __init__(self) -> None:
        super().__init__(_("Deze partij doet al mee. Er is niets veranderd."))


class GeenLatereDag(ContractFout):
    """An extension that does not extend (R154)."""

    def __init__(self, einde: date) -> None:
        super().__init__(
            _("De overeenkomst loopt al tot en met %(einde)s. Kies een latere dag.")
            % {"einde": f"{einde:%d-%m-%Y}"}
        )


class GeenBesluitNodig(ContractFout):
    """This party was there from the beginning, or the region is no party."""

    def __init__(self) -> None:
        super().__init__(_("Over deze partij besluit deze regio niet. Er is niets veranderd."))


class BestaatAl(ContractFout):
    """The same row is there."""

    def __init__(self) -> None:
        super().__init__(_("Dit staat er al. Geef een andere naam, versie of dag op."))


class OngeldigeWaarde(ContractFout):
    """A clause with a value that does not exist."""

    def __init__(self) -> None:
        super().__init__(_("Deze keuze bestaat niet. Kies uit de lijst."))


class TariefLooptAl(ContractFout):
    """A tariff that would hold on a day on which another one holds that cannot be closed."""

    def __init__(self, vanaf: date, tot: date | None) -> None:
        tot_tekst = f"{tot:%d-%m-%Y}" if tot else "…"
        super().__init__(
            _("Er is al een tarief van %(vanaf)s tot en met %(tot)s. Kies een andere periode.")
            % {"vanaf": f"{vanaf:%d-%m-%Y}", "tot": tot_tekst}
        )


class DelenKloppenNiet(ContractFout):
    """The parts of a tariff do not add up to it (R164)."""

    def __init__(self) -> None:
        super().__init__(_("De delen zijn samen niet het tarief. Tel ze na, of laat ze leeg."))

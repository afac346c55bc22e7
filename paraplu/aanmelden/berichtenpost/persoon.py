"""Who a message is about: a child, and who has authority over it. Never shown in a trace back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .redenen import NietTeVersturen, without_address
from .vorm import (
    Klasse,
    filled,
    telefoonnummer,
    trim_postcode,
    trim_straat,
    trim_tekst,
    voorletters,
)

#: COD757: the address of the BRP, and one to write to.
BRP, CORRESPONDENTIE = "01", "02"
#: COD700: the own name; that of a partner then the own; an organisation.
EIGEN_NAAM, ORGANISATIE = "1", "6"
#: COD472: who has authority.
OUDER, VOOGD = "10", "11"


@dataclass(frozen=True, kw_only=True, repr=False)
class Persoonsnaam:
    """A name; `gebruik` (COD700) says how someone with the name of a partner wants to be called."""

    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    voorletters: str = ""
    partnernaam: str = ""
    partner_voorvoegsel: str = ""
    gebruik: str = EIGEN_NAAM

    def kort(self) -> Klasse:
        """As a provider sends it (CDT_VerkorteNaam)."""
        return filled(
            Geslachtsnaam=_achternaam(self.achternaam, self.voorvoegsel),
            Voornamen=trim_tekst(self.voornamen),
            Voorletters=voorletters(self.voorletters),
        )

    def volledig(self) -> Klasse:
        """As a gemeente sends it (CDT_VolledigeNaam, CS050)."""
        partner = trim_tekst(self.partnernaam)
        return self.kort() | filled(
            Partnernaam=_achternaam(partner, self.partner_voorvoegsel) if partner else None,
            NaamGebruik=self.gebruik,
        )


@dataclass(frozen=True, kw_only=True, repr=False)
class Adres:
    """An address; `land` in two letters (COD032)."""

    huisnummer: int
    postcode: str
    straat: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    plaats: str = ""
    land: str = "NL"

    def klasse(self) -> Klasse:
        """As CDT_Adres."""
        return filled(
            Huis=filled(
                Huisnummer=str(self.huisnummer),
                Huisletter=trim_tekst(self.huisletter),
                HuisnummerToevoeging=trim_tekst(self.toevoeging),
            ),
            Postcode=trim_postcode(self.postcode, self.land),
            Straatnaam=trim_straat(self.straat),
            Plaatsnaam=trim_tekst(self.plaats),
            LandCode=self.land,
        )


@dataclass(frozen=True, kw_only=True, repr=False)
class Gezagsdrager:
    """Who has authority over the child (OP002): a person, or a GI with custody (IV045)."""

    naam: Persoonsnaam
    soort: str = OUDER
    adres: Adres | None = None
    telefoon: str = ""

    def klasse(self, nummer: int) -> Klasse:
        """As Relatie with this number in the message."""
        contact = _contact(self.adres, self.telefoon)
        if contact is None:
            raise NietTeVersturen(
                [without_address("de gezagsdrager", "Client/Relaties/Relatie/Contact")]
            )
        return {
            "Nummer": str(nummer),
            "Soort": self.soort,
            "Naam": self.naam.volledig(),
            "Contact": contact,
        }


@dataclass(frozen=True, kw_only=True, repr=False)
class Jeugdige:
    """The child of a message. `geslacht` is COD046 (0 unknown, 1 male, 2 female).

    `datum_gebruik` (COD170) says what of the date of birth is not known. Who has no address, or one
    that must stay secret, is reached by telephone.
    """

    bsn: str
    geboortedatum: date
    naam: Persoonsnaam
    geslacht: str = "0"
    datum_gebruik: str = ""
    adres: Adres | None = None
    telefoon: str = ""
    gezagsdragers: tuple[Gezagsdrager, ...] = ()

    def kort(self) -> Klasse:
        """As a provider sends it: a 305, 307 or 315."""
        return self._wie() | {"Naam": self.naam.kort()}

    def volledig(self) -> Klasse:
        """As a gemeente sends it: a 301, with address and who has authority."""
        contact = _contact(self.adres, self.telefoon)
        if contact is None:
            raise NietTeVersturen(
                [without_address("de jeugdige", "Client/Contactgegevens/Contact")]
            )
        relaties = [wie.klasse(nummer) for nummer, wie in enumerate(self.gezagsdragers, 1)]
        return self._wie() | filled(
            Naam=self.naam.volledig(),
            Relaties={"Relatie": relaties} if relaties else None,
            Contactgegevens={"Contact": [contact]},
        )

    def _wie(self) -> Klasse:
        geboren = filled(Datum=self.geboortedatum.isoformat(), DatumGebruik=self.datum_gebruik)
        return {"Bsn": self.bsn, "Geboortedatum": geboren, "Geslacht": self.geslacht}


def organisatie_als_voogd(
    naam: str, *, adres: Adres | None = None, telefoon: str = ""
) -> Gezagsdrager:
    """A gecertificeerde instelling that has custody (IV045)."""
    return Gezagsdrager(
        naam=Persoonsnaam(achternaam=naam, gebruik=ORGANISATIE),
        soort=VOOGD,
        adres=adres,
        telefoon=telefoon,
    )


def _achternaam(naam: str, voorvoegsel: str) -> Klasse:
    return filled(Achternaam=trim_tekst(naam), Voorvoegsel=trim_tekst(voorvoegsel))


def _contact(adres: Adres | None, telefoon: str) -> Klasse | None:
    """An address of the BRP, with a telephone when there is one; else only the telephone (TR006)."""
    bereikbaar = telefoonnummer(telefoon)
    if adres is not None:
        return filled(Soort=BRP, Adres=adres.klasse(), Telefoon=bereikbaar)
    return filled(Soort=CORRESPONDENTIE, Telefoon=bereikbaar) if bereikbaar else None

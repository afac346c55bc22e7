"""The contact directory: who can be called for what, where, on which days, and since when we know."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .mensen import Medewerker
from .organisaties import Organisatie


class ContactSoort(models.TextChoices):
    """What somebody can be called for (R22, R24, R92, R93, R119, R233; forms.md 7)."""

    LOKAAL_TEAM = "lokaal_team", _("Vast contact van het lokale team")
    VERVANGER = "vervanger", _("Vervanger bij het lokale team")
    KOPPELGENOOT = "koppelgenoot", _("Tweede medewerker van het lokale team (koppelgenoot)")
    REGIONAAL_CONTACTPERSOON = "regionaal_contactpersoon", _("Regionaal contactpersoon")
    FUNCTIONARIS = "functionaris", _("Functionaris voor zorg zonder contract")
    ZORGBEMIDDELAAR = "zorgbemiddelaar", _("Zorgbemiddelaar")
    TAFEL = "tafel", _("Jeugdbeschermingstafel")
    EXPERTTEAM = "expertteam", _("Regionaal Expertteam")
    ESCALATIE = "escalatie", _("Escalatie")
    PARTNER = "partner", _("Vast contact bij Veilig Thuis, een GI of de Raad")


#: Kinds that serve one gemeente, and kinds that serve a region; the others serve either.
PER_GEMEENTE = frozenset(
    {ContactSoort.LOKAAL_TEAM, ContactSoort.VERVANGER, ContactSoort.KOPPELGENOOT}
)
PER_REGIO = frozenset(
    {
        ContactSoort.REGIONAAL_CONTACTPERSOON,
        ContactSoort.ZORGBEMIDDELAAR,
        ContactSoort.TAFEL,
        ContactSoort.EXPERTTEAM,
    }
)


class Reden(models.TextChoices):
    """Why a line of the directory began or ended (forms.md 7)."""

    NIEUW = "nieuw", _("Nieuw contact")
    VERLOOP = "verloop", _("Iemand anders door verloop")
    ZIEKTE = "ziekte", _("Iemand anders door ziekte")
    ANDERE_TAAK = "andere_taak", _("Iemand anders door een andere taakverdeling")
    GEGEVENS = "gegevens", _("Dezelfde persoon, andere gegevens")
    FOUT = "fout", _("Het stond er fout")


class Contact(models.Model):
    """One line of the directory in a period. A change ends the line and begins a new one.

    `tot` is the last day; a line that was replaced on the day it began has `tot` the day before, and
    so was never in force. Work data only. Whoever it is stands in `medewerker` (then name, phone and
    mail follow that person) or in `naam`.
    """

    soort = models.CharField(max_length=30, choices=ContactSoort.choices)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="contacten")
    #: What it serves: gemeentecode, or code of the region; never both.
    gemeente = models.CharField(max_length=4, blank=True, db_index=True)
    regio = models.CharField(max_length=8, blank=True, db_index=True)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="contacten"
    )
    naam = models.CharField(max_length=120, blank=True)
    functie = models.CharField(max_length=120, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    e_mail = models.EmailField(blank=True)
    #: Numbers of the days of the week on which this person works, 1 is Monday.
    dagen = models.CharField(max_length=7, default="12345")
    uren = models.CharField(max_length=60, blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=20, choices=Reden.choices, default=Reden.NIEUW)
    bevestigd_op = models.DateField()
    bevestigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The line that this one replaces.
    vorige = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="volgende"
    )

    class Meta:
        ordering = ("soort", "vanaf", "id")
        constraints = (
            models.CheckConstraint(
                name="contact_dient_gemeente_of_regio",
                condition=models.Q(gemeente="") ^ models.Q(regio=""),
            ),
            models.CheckConstraint(
                name="contact_is_iemand",
                condition=models.Q(medewerker__isnull=False) | ~models.Q(naam=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.wie}"

    @property
    def wie(self) -> str:
        """The name to ask for."""
        return self.medewerker.naam if self.medewerker else self.naam

    @property
    def nummer(self) -> str:
        """The work number: of this line, else of the person."""
        return self.telefoon or (self.medewerker.telefoon if self.medewerker else "")

    @property
    def mail(self) -> str:
        """The work address: of this line, else of the person."""
        return self.e_mail or (self.medewerker.e_mail if self.medewerker else "")


class Contactblad(models.Model):
    """A sheet of contacts that was read and waits for a yes; it has effect only after that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    bestand = models.CharField(max_length=120)
    dag = models.DateField()
    #: The cells of each line as text, so that they are read again on the day of the yes.
    rijen = models.JSONField()
    verwerkt_op = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.bestand} {self.dag:%Y-%m-%d}"

"""Who logs in (Gebruiker), what they looked at (Spoor), and failed logins (Aanmeldpoging)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden

from .agenda.models import Agendasleutel
from .inloggen.models import Accountbesluit, Besluit, Herstelcode, Identiteit, TweedeStap
from .post.models import Postbericht, Postkeuze, Postronde

__all__ = [
    "Aanmeldpoging",
    "Accountbesluit",
    "Agendasleutel",
    "Besluit",
    "Gebruiker",
    "Gebruikers",
    "Herstelcode",
    "Identiteit",
    "Organisatie",
    "Postbericht",
    "Postkeuze",
    "Postronde",
    "Soort",
    "Spoor",
    "TweedeStap",
]


class Soort(models.TextChoices):
    """The kinds of user; the rights matrix in `rechten.py` has a column for each."""

    CONTRACTMANAGER = "contractmanager", _("Contractmanager")
    WETHOUDER = "wethouder", _("Wethouder")
    BACKOFFICE = "backoffice", _("Backoffice gemeente")
    GI = "gi", _("Gecertificeerde instelling")
    AANBIEDER = "aanbieder", _("Jeugdhulpaanbieder")
    JEUGDBESCHERMER = "jeugdbeschermer", _("Jeugdbeschermer")
    TEAMLEIDER = "teamleider", _("Teamleider")
    LOKAALTEAM = "lokaalteam", _("Lokaal team")
    REGIO = "regio", _("Regionaal contactpersoon")
    EXPERTTEAM = "expertteam", _("Regionaal Expertteam")
    VOORZITTER = "voorzitter", _("Voorzitter van een beschermingstafel")
    VEILIG_THUIS = "veilig_thuis", _("Veilig Thuis")
    RAAD = "raad", _("Raad voor de Kinderbescherming")
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Gedragswetenschapper")
    LEIDINGGEVENDE = "leidinggevende", _("Leidinggevende")
    PROVINCIE = "provincie", _("Provincie")
    #: Sees what anybody may see: figures on the public level, no rows and no deliveries.
    RAADSLID = "raadslid", _("Raadslid")
    BEHEERDER = "beheerder", _("Technisch beheerder")


class Organisatie(models.TextChoices):
    """What the code of an organisation is a code of; also the name of the monitor's dimension."""

    REGIO = "regio", _("Jeugdhulpregio")
    GEMEENTE = "gemeente", _("Gemeente")
    GI = "gi", _("Gecertificeerde instelling")
    AANBIEDER = "aanbieder", _("Jeugdhulpaanbieder")
    PROVINCIE = "provincie", _("Provincie")
    #: Sends no messages of its own that the monitor counts: a table, Veilig Thuis, the Raad.
    PARTNER = "partner", _("Andere partner")
    BEHEER = "beheer", _("Beheer")


class Gebruikers(BaseUserManager["Gebruiker"]):
    """Makes users; without a password the account can only be entered as a demo account."""

    def create_user(self, gebruikersnaam: str, password: str | None = None, **velden) -> Gebruiker:
        gebruiker = self.model(gebruikersnaam=gebruikersnaam, **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """A person of one organisation, in one role. No superusers: rights are in `rechten.py` only."""

    gebruikersnaam = models.CharField(_("gebruikersnaam"), max_length=80, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    organisatie_soort = models.CharField(max_length=20, choices=Organisatie.choices)
    #: Gemeentecode (4 digits), AGB code (8 digits), code of the jeugdhulpregio, province or partner.
    organisatie_code = models.CharField(max_length=12, blank=True)
    organisatie_naam = models.CharField(max_length=120)
    #: Where mail goes to; empty for who gets none.
    e_mail = models.EmailField(_("e-mailadres"), blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    #: First and last day on which the account works; None for no bound.
    begindatum = models.DateField(null=True, blank=True)
    einddatum = models.DateField(null=True, blank=True)
    laatst_ingelogd_op = models.DateTimeField(null=True, blank=True)
    #: Django's own name for laatst_ingelogd_op is not used.
    last_login = None

    objects: ClassVar[Gebruikers] = Gebruikers()

    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam", "soort", "organisatie_soort"]

    class Meta:
        verbose_name = _("gebruiker")
        constraints = (
            models.CheckConstraint(
                name="gebruiker_soort_bestaat", condition=models.Q(soort__in=Soort.values)
            ),
            models.CheckConstraint(
                name="gebruiker_heeft_organisatie",
                condition=models.Q(organisatie_soort=Organisatie.BEHEER)
                | ~models.Q(organisatie_code=""),
            ),
            models.CheckConstraint(
                name="gebruiker_eindigt_na_begin",
                condition=models.Q(einddatum__gte=models.F("begindatum"))
                | models.Q(einddatum=None)
                | models.Q(begindatum=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.organisatie_naam}"

    def is_geldig(self, *, on: date) -> bool:
        """Whether the account works on this day: not closed, begun, and not past its last day."""
        return (
            self.is_active
            and (self.begindatum is None or self.begindatum <= on)
            and (self.einddatum is None or on <= self.einddatum)
        )

    @property
    def gebied(self) -> dict[str, str]:
        """The monitor's filter for the user's own area; empty for who has none."""
        if self.organisatie_soort in {Organisatie.BEHEER, Organisatie.PARTNER}:
            return {}
        if self.organisatie_soort == Organisatie.PROVINCIE:
            return {"gelderland": "gelderland"}
        return {self.organisatie_soort: self.organisatie_code}

    @property
    def codes(self) -> tuple[str, ...]:
        """Under which codes this organisation sends and receives; a region under its gemeenten's."""
        if self.organisatie_soort == Organisatie.REGIO:
            leden = gebieden.gemeenten_van(self.organisatie_code, alleen_gvjb=False)
            return tuple(gemeente.code for gemeente in leden)
        if self.organisatie_soort in {Organisatie.PARTNER, Organisatie.PROVINCIE}:
            return ()
        return (self.organisatie_code,) if self.organisatie_code else ()


class Spoorkop(models.Model):
    """The head of one chain of the trace: how far it is, and the seal of its last line."""

    #: Fingerprint of the key that seals this chain.
    sleutel = models.CharField(max_length=16)
    nummer = models.BigIntegerField(default=0)
    zegel = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("keten van het spoor")

    def __str__(self) -> str:
        return f"keten {self.pk} tot regel {self.nummer}"


class Spoor(models.Model):
    """One line of the trace (fields of NEN 7513). Append-only: the database refuses to change it."""

    #: Place in a chain, and the seal over the line before it and all fields of this one.
    keten = models.ForeignKey(
        Spoorkop, on_delete=models.PROTECT, related_name="regels", db_index=False
    )
    nummer = models.BigIntegerField()
    zegel = models.CharField(max_length=64)
    wanneer = models.DateTimeField(db_index=True)
    gebruiker = models.ForeignKey(Gebruiker, null=True, on_delete=models.PROTECT, related_name="+")
    #: In which role and for which organisation, as it was then.
    als = models.CharField(max_length=200)
    handeling = models.CharField(max_length=40)
    #: What was looked at, by code or number; never a person.
    voorwerp = models.CharField(max_length=300, blank=True)
    doel = models.CharField(max_length=200)
    resultaat = models.CharField(max_length=40)
    #: Number of the family that was looked at, so that it can be told who looked ("wie keek er").
    gezin = models.CharField(max_length=20, blank=True, db_index=True)
    #: For whom, when a deputy does somebody else's work.
    namens = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("spoor")
        ordering = ("-wanneer", "-id")
        constraints = (
            models.UniqueConstraint(name="spoor_keten_nummer", fields=("keten", "nummer")),
        )

    def __str__(self) -> str:
        return f"{self.wanneer:%Y-%m-%d %H:%M} {self.handeling} {self.resultaat}"


class Aanmeldpoging(models.Model):
    """A failed login, to slow down guessing. `sleutel` is a keyed hash of name or address."""

    sleutel = models.CharField(max_length=64)
    wanneer = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=("sleutel", "wanneer")),)

    def __str__(self) -> str:
        return f"{self.wanneer:%Y-%m-%d %H:%M}"

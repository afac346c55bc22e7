"""A household of the garden: people by number, one fixed contact, its first moment and its safety."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Gezin
from paraplu.netwerk.models import Medewerker

from .mensen import Lid
from .tuinen import Tuin


class Veiligheid(models.TextChoices):
    """First work together for safety, then for care that follows the risk (R2)."""

    DIRECT = "1", _("1. Directe veiligheid")
    OORZAKEN = "2", _("2. Oorzaken van onveiligheid")
    DUURZAAM = "3", _("3. Blijvende veiligheid")
    HERSTEL = "4", _("4. Herstel van verlies en trauma")


class Huishouden(models.Model):
    """Who lives together, from 0 to 100 years, with or without children (R40).

    It is the garden's own and never named: `H12`. It may point to a family of the other work;
    that opens nothing for anybody.
    """

    class Soort(models.TextChoices):
        KINDEREN = "kinderen", _("Gezin met kinderen onder de 18 jaar")
        VOLWASSEN_KINDEREN = "volwassen_kinderen", _("Gezin met alleen volwassen kinderen")
        ZONDER_KINDEREN = "zonder_kinderen", _("Huishouden zonder kinderen")

    class Instroom(models.TextChoices):
        VEILIG_THUIS = "veilig_thuis", _("Via Veilig Thuis")
        LOKAAL_TEAM = "lokaal_team", _("Via het lokale team")

    class Uitstroom(models.TextChoices):
        VEILIG = "veilig", _("Veilig, geen hulp meer nodig")
        LOKAAL_TEAM = "lokaal_team", _("Vrijwillig verder met het lokale team")
        ANDERE_HULP = "andere_hulp", _("Vrijwillig verder met andere hulp")
        TAFEL = "tafel", _("Naar de Jeugdbeschermingstafel")
        RAAD = "raad", _("Naar de Raad voor een onderzoek")
        MAATREGEL = "maatregel", _("Een kinderbeschermingsmaatregel")
        STRAFRECHT = "strafrecht", _("Straf of huisverbod")
        VERHUISD = "verhuisd", _("Verhuisd")
        GESTOPT = "gestopt", _("Het gezin wilde niet verder")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="huishoudens")
    gezin = models.ForeignKey(
        Gezin,
        verbose_name=_("Is dit gezin al bekend in Paraplu? (mag leeg blijven)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    soort = models.CharField(_("Wie wonen er?"), max_length=20, choices=Soort.choices)
    gemeente = models.CharField(_("Gemeente"), max_length=4)
    instroom_op = models.DateField(_("Wanneer kwam het huishouden in de tuin?"))
    instroom_via = models.CharField(
        _("Hoe kwam het huishouden in de tuin?"), max_length=12, choices=Instroom.choices
    )
    uitstroom_op = models.DateField(_("Wanneer ging het huishouden weg?"), null=True, blank=True)
    uitstroom_reden = models.CharField(
        _("Waarom?"), max_length=12, choices=Uitstroom.choices, blank=True
    )
    uitstroom_tekst = models.TextField(_("Hoe gaat het verder?"), max_length=4000, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                name="huishouden_gaat_weg_met_reden",
                condition=models.Q(uitstroom_op=None, uitstroom_reden="")
                | (
                    models.Q(uitstroom_op__gte=models.F("instroom_op"))
                    & ~models.Q(uitstroom_reden="")
                ),
            ),
        )

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        """The page of this household."""
        return reverse("huishouden", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How the household is called everywhere: never by name."""
        return f"H{self.pk}"

    def is_here(self, op: date) -> bool:
        """Whether the garden helps this household on a day."""
        return self.instroom_op <= op and (self.uitstroom_op is None or self.uitstroom_op > op)


class Huisgenoot(models.Model):
    """Somebody of the household. `naam` is shown on the page of the household only; no BSN."""

    class Rol(models.TextChoices):
        KIND = "kind", _("Kind")
        VOLWASSEN_KIND = "volwassen_kind", _("Volwassen kind")
        OUDER = "ouder", _("Ouder")
        OPVOEDER = "opvoeder", _("Andere opvoeder")
        PARTNER = "partner", _("Partner")
        ANDER = "ander", _("Iemand anders")

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="mensen")
    #: From 1, within the household.
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(_("Naam"), max_length=120)
    rol = models.CharField(_("Wie is dit in huis?"), max_length=16, choices=Rol.choices)
    geboortejaar = models.PositiveSmallIntegerField(
        _("Geboortejaar (mag leeg blijven)"), null=True, blank=True
    )
    #: The own history, which can hold patterns of generations (R225); not only problems.
    geschiedenis = models.TextField(
        _("Wat is van vroeger belangrijk? (mag leeg blijven)"), max_length=4000, blank=True
    )

    class Meta:
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(
                name="een_nummer_per_huisgenoot", fields=("huishouden", "nummer")
            ),
        )

    def __str__(self) -> str:
        return f"{self.nummer} ({self.get_rol_display().lower()})"


class Aanspreekpunt(models.Model):
    """The one fixed contact of a household, in a period; a change has a reason (R253)."""

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="aanspreekpunten"
    )
    lid = models.ForeignKey(
        Lid, verbose_name=_("Wie?"), on_delete=models.PROTECT, related_name="aanspreekpunten"
    )
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(null=True, blank=True)
    #: Why the one before stopped; "" for the first.
    reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("vanaf", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_vast_aanspreekpunt",
                fields=("huishouden",),
                condition=models.Q(tot=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.huishouden_id} {self.vanaf:%Y-%m-%d}"


class EersteBesluit(models.Model):
    """Who makes contact with the household first, how and why (R257); taken by the four together."""

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="eerste_besluiten"
    )
    wie = models.ForeignKey(
        Lid, verbose_name=_("Wie maakt contact?"), on_delete=models.PROTECT, related_name="+"
    )
    hoe = models.TextField(_("Hoe, en van waaruit?"), max_length=2000)
    waarom = models.TextField(_("Waarom zo?"), max_length=2000)
    op = models.DateField(_("Wanneer besloten jullie dit?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"besluit {self.pk}"


class Besluitnemer(models.Model):
    """A member who took part in the first decision."""

    besluit = models.ForeignKey(EersteBesluit, on_delete=models.PROTECT, related_name="nemers")
    lid = models.ForeignKey(Lid, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="eenmaal_in_besluit", fields=("besluit", "lid")),
        )

    def __str__(self) -> str:
        return f"{self.besluit_id} {self.lid_id}"


class Veiligheidsfase(models.Model):
    """From a day the work with a household is at a phase of safety (R2); rows are only added."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="fasen")
    fase = models.CharField(_("Waar zijn we?"), max_length=1, choices=Veiligheid.choices)
    waarom = models.TextField(_("Waaruit blijkt dat?"), max_length=2000)
    op = models.DateField(_("Vanaf welke dag?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.huishouden_id} {self.fase}"

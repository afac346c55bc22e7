"""A talk at the table: when and where, who is invited, and a neighbour's table that has room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Medewerker

from .tafels import GiDeelname, Slot, Tafel


class Zitting(models.Model):
    """One planned talk for one family. Moved is changed in place, with a next number for calendars."""

    class Status(models.TextChoices):
        GEPLAND = "gepland", _("Gepland")
        GEHOUDEN = "gehouden", _("Gehouden")
        AFGELAST = "afgelast", _("Gaat niet door")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="zittingen")
    #: Where it is held: the own table, or the neighbour that gave room (R78).
    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="zittingen")
    slot = models.ForeignKey(
        Slot, null=True, blank=True, on_delete=models.PROTECT, related_name="zittingen"
    )
    voorzitter = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="zittingen")
    begin = models.DateTimeField()
    einde = models.DateTimeField()
    plaats = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.GEPLAND)
    #: How the knowledge of the GI is at this talk (R56).
    gi_deelname = models.CharField(max_length=10, choices=GiDeelname.choices)
    #: SEQUENCE of the calendar: raised at each change that guests must know of.
    reeks = models.PositiveIntegerField(default=0)
    uitgenodigd_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300, blank=True)
    gepland_op = models.DateField()
    gepland_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("begin", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_zitting_per_moment",
                fields=("slot", "begin"),
                condition=~models.Q(status="afgelast"),
            ),
            models.UniqueConstraint(
                name="een_geplande_zitting_per_casus",
                fields=("casus",),
                condition=models.Q(status="gepland"),
            ),
            models.CheckConstraint(
                name="zitting_eindigt_na_begin", condition=models.Q(einde__gt=models.F("begin"))
            ),
            models.CheckConstraint(
                name="afgelast_heeft_een_reden",
                condition=~models.Q(status="afgelast") | ~models.Q(reden=""),
            ),
        )

    def __str__(self) -> str:
        return f"Z{self.pk}"

    @property
    def is_te_gast(self) -> bool:
        """Whether it is held at the table of a neighbour."""
        return self.tafel_id != self.casus.tafelverzoek.tafel_id


class Genodigde(models.Model):
    """Somebody who is asked to a talk, in a role; `aanwezig` is None until it was held (R18, R56)."""

    class Rol(models.TextChoices):
        VOORZITTER = "voorzitter", _("Voorzitter")
        SECRETARIS = "secretaris", _("Secretaris")
        RAAD = "raad", _("Raad voor de Kinderbescherming")
        GI = "gi", _("Jeugdbeschermer, voor de kennis van de GI")
        AANMELDER = "aanmelder", _("Aanmelder")
        MEDE_AANMELDER = "mede_aanmelder", _("Meldt samen met het lokale team aan")
        LOKAAL_TEAM = "lokaal_team", _("Lokaal team")
        OUDER = "ouder", _("Ouder of opvoeder")
        KIND = "kind", _("Kind")
        STEUN = "steun", _("Vertrouwenspersoon")
        NETWERK = "netwerk", _("Iemand uit het netwerk")
        HULP = "hulp", _("Hulpverlener")

    class Wijze(models.TextChoices):
        """How a child is heard (R57, R267)."""

        AAN_TAFEL = "aan_tafel", _("Bij een deel van het gesprek, zonder ouders")
        VOORAF = "vooraf", _("In een gesprek vooraf")
        BRIEF = "brief", _("Met een brief of bericht van het kind zelf")
        VIA_PROFESSIONAL = "via_professional", _("Via een professional die het kind sprak")

    zitting = models.ForeignKey(Zitting, on_delete=models.CASCADE, related_name="genodigden")
    rol = models.CharField(max_length=20, choices=Rol.choices)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: Of who is neither: a person of trust, a teacher.
    naam = models.CharField(max_length=120, blank=True)
    e_mail = models.EmailField(blank=True)
    aanwezig = models.BooleanField(null=True)
    wijze = models.CharField(max_length=20, choices=Wijze.choices, blank=True)
    #: Of a child: who prepared it and when, and the day of the contact behind what is told (R267).
    voorbereid_door = models.CharField(max_length=120, blank=True)
    voorbereid_op = models.DateField(null=True, blank=True)
    contact_op = models.DateField(null=True, blank=True)
    #: `Zitting.reeks` that this guest was last told of; None: not invited yet.
    verteld = models.PositiveIntegerField(null=True, blank=True)
    uitgenodigd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="genodigde_is_iemand",
                condition=models.Q(medewerker__isnull=False, persoon=None, naam="")
                | models.Q(medewerker=None, persoon__isnull=False, naam="")
                | (models.Q(medewerker=None, persoon=None) & ~models.Q(naam="")),
            ),
            models.CheckConstraint(
                name="kind_heeft_een_wijze",
                condition=~models.Q(rol="kind") | ~models.Q(wijze=""),
            ),
            models.UniqueConstraint(
                name="een_keer_genodigd_als_medewerker",
                fields=("zitting", "medewerker"),
                condition=models.Q(medewerker__isnull=False),
            ),
            models.UniqueConstraint(
                name="een_keer_genodigd_als_persoon",
                fields=("zitting", "persoon"),
                condition=models.Q(persoon__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.zitting_id} {self.rol}"

    @property
    def wie(self) -> str:
        """The name, for a page of who may see the family."""
        if self.medewerker:
            return self.medewerker.naam
        return self.persoon.naam if self.persoon else self.naam

    @property
    def mail(self) -> str:
        """Where an invitation goes; "" when it goes on paper or through the professional."""
        if not self.medewerker:
            return self.e_mail
        gebruiker = self.medewerker.gebruiker
        return self.medewerker.e_mail or (gebruiker.e_mail if gebruiker else "")


class Ruimtevraag(models.Model):
    """A neighbouring table is asked for room; its chair says yes with a moment, or no (R78)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="ruimtevragen")
    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="ruimtevragen")
    #: Before which day the talk should be.
    voor = models.DateField()
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    akkoord = models.BooleanField(null=True)
    #: The moment of the host that is kept free; taken when the session is planned there.
    slot = models.ForeignKey(
        Slot, null=True, blank=True, on_delete=models.PROTECT, related_name="ruimtevragen"
    )
    dag = models.DateField(null=True, blank=True)
    toelichting = models.CharField(max_length=300, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The room was used, or is not needed any more.
    vervallen_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_ruimtevraag_per_buur",
                fields=("casus", "tafel"),
                condition=models.Q(beantwoord_op=None, vervallen_op=None),
            ),
            models.CheckConstraint(
                name="ja_noemt_een_moment",
                condition=~models.Q(akkoord=True) | models.Q(slot__isnull=False, dag__isnull=False),
            ),
            # Room that was promised is kept: the same moment is not given away twice.
            models.UniqueConstraint(
                name="een_belofte_per_moment",
                fields=("slot", "dag"),
                condition=models.Q(akkoord=True, vervallen_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.tafel_id}"

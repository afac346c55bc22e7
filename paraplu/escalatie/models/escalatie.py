"""An escalation: what stagnates between whom, who takes part on which level, what each talk gave."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie

#: Levels at which people take part: the professionals, and the three steps (P13).
PROFESSIONALS, GEDRAGSWETENSCHAPPERS, LEIDINGGEVENDEN, BESTUURDERS = range(4)


class Escalatie(models.Model):
    """What a case on the route `escalatie` is about. Situation and frame are fixed at the beginning.

    `ingang` says how it came in and `ingang_door` who decided that; an aanmeldroute that was
    escalated to the board, and a gap in policy, begin at step 3 (P46, R135).
    """

    class Situatie(models.TextChoices):
        VISIE = "1", _("Situatie 1: verschil van visie op het gezin")
        SAMENWERKING = "2", _("Situatie 2: de samenwerking gaat niet zoals afgesproken")
        HANDELEN = "3", _("Situatie 3: het handelen van een professional is zorgwekkend")

    class Kader(models.TextChoices):
        VRIJWILLIG = "vrijwillig", _("Vrijwillig kader")
        GEDWONGEN = "gedwongen", _("Gedwongen kader")

    class Grond(models.TextChoices):
        HUISELIJK_GEWELD = "huiselijk_geweld", _("(Signalen van) huiselijk geweld")
        KINDERMISHANDELING = "kindermishandeling", _("(Signalen van) kindermishandeling")
        BEIDE = "beide", _("Allebei")

    class Ingang(models.TextChoices):
        PROFESSIONAL = "professional", _("Ingebracht door een professional")
        AANMELDROUTE = "aanmeldroute", _("Bestuurlijk geëscaleerd vanuit een aanmeldroute")
        BELEID = "beleid", _("Ingebracht door een leidinggevende: beleid schiet tekort")

    class Ingelicht(models.TextChoices):
        VOORAF = "vooraf", _("Ja, vooraf")
        ACHTERAF = "achteraf", _("Achteraf, met uitleg")
        NIET = "niet", _("Nee, met uitleg waarom niet")

    casus = models.OneToOneField(Casus, on_delete=models.PROTECT, related_name="escalatie")
    situatie = models.CharField(max_length=1, choices=Situatie.choices)
    kader = models.CharField(max_length=10, choices=Kader.choices)
    grond = models.CharField(max_length=20, choices=Grond.choices)
    ingang = models.CharField(max_length=15, choices=Ingang.choices)
    ingang_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    #: The role in which that person decided: inbrenger, leidinggevende, or the role in the route.
    ingang_rol = models.CharField(max_length=30)
    #: The case on an aanmeldroute from which it comes.
    uit_casus = models.OneToOneField(
        Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="bestuurlijk_vervolg"
    )
    #: The other side; the own side is the organisation of who holds the case.
    wederpartij = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    #: What stagnates, without names.
    vraag = models.TextField()
    overleg_op = models.DateField(null=True, blank=True)
    overleg_uitkomst = models.TextField(blank=True)
    ingelicht = models.CharField(max_length=10, choices=Ingelicht.choices, blank=True)
    ingelicht_op = models.DateField(null=True, blank=True)
    ingelicht_uitleg = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="bestuurlijk_vervolg_komt_uit_een_route",
                condition=models.Q(ingang="aanmeldroute", uit_casus__isnull=False)
                | (~models.Q(ingang="aanmeldroute") & models.Q(uit_casus=None)),
            ),
        )

    def __str__(self) -> str:
        return self.casus.nummer

    @property
    def is_besloten(self) -> bool:
        """Whether only the people named in it may know of it (R132)."""
        return self.situatie == self.Situatie.HANDELEN

    @property
    def begint_bestuurlijk(self) -> bool:
        """Whether it came in at step 3."""
        return self.ingang != self.Ingang.PROFESSIONAL


class Deelnemer(models.Model):
    """Somebody who takes part on a level, from one of both sides or beside them (R20).

    Who has no account stands here by name, and is not let in to the case.
    """

    class Rol(models.TextChoices):
        PROFESSIONAL = "professional", _("Professional")
        GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Gedragswetenschapper")
        LEIDINGGEVENDE = "leidinggevende", _("Leidinggevende")
        BESTUURDER = "bestuurder", _("Bestuurder of wethouder")
        AMBTENAAR = "ambtenaar", _("Ambtenaar")
        BEMIDDELAAR = "bemiddelaar", _("Bemiddelaar")

    class Kant(models.TextChoices):
        EIGEN = "eigen", _("Kant van de inbrenger")
        ANDER = "ander", _("Andere kant")
        BEIDE = "beide", _("Van buiten beide kanten")

    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="deelnemers")
    niveau = models.PositiveSmallIntegerField()
    rol = models.CharField(max_length=30, choices=Rol.choices)
    kant = models.CharField(max_length=6, choices=Kant.choices)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    naam = models.CharField(max_length=120)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sinds = models.DateField()

    class Meta:
        ordering = ("niveau", "id")
        constraints = (
            models.UniqueConstraint(
                name="een_keer_per_niveau",
                fields=("escalatie", "niveau", "medewerker"),
                condition=models.Q(medewerker__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.escalatie_id} {self.niveau} {self.rol}"


class Overleg(models.Model):
    """A talk on a level and what it gave (R133 to R135). Rows are only added.

    `kern` is the dilemma (1), the cause (2) or what falls short (3); `gelukt` whether the difference
    was bridged (1), the stagnation lifted (2), a solution found (3).
    """

    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="overleggen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="+")
    niveau = models.PositiveSmallIntegerField()
    gehouden_op = models.DateField()
    kern = models.TextField()
    oplossing = models.TextField(blank=True)
    gelukt = models.BooleanField()
    #: Both professionals see that they differ and that it has to be bridged (step 1).
    erkend = models.BooleanField(null=True, blank=True)
    #: Standing policy does not give an answer (step 2): ground for step 3.
    beleid_tekort = models.BooleanField(default=False)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="opgelost_heeft_een_oplossing",
                condition=models.Q(gelukt=False) | ~models.Q(oplossing=""),
            ),
            models.CheckConstraint(
                name="tekort_is_geen_oplossing",
                condition=models.Q(beleid_tekort=False) | models.Q(gelukt=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.escalatie_id} {self.niveau} {self.gehouden_op:%Y-%m-%d}"

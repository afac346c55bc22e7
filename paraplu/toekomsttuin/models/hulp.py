"""What was seen and done for a household: screening, help now and before, talks, follow-up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker

from .huishouden import Huisgenoot, Huishouden
from .mensen import Lid, Mandaat
from .omgeving import Domein, Expertise


class Screening(models.Model):
    """Careful screening of one person on one domain, and whom we called in (R251)."""

    class Uitkomst(models.TextChoices):
        NIET = "niet", _("Speelt niet")
        VERMOEDEN = "vermoeden", _("Vermoeden, wordt onderzocht")
        SPEELT = "speelt", _("Speelt")

    huisgenoot = models.ForeignKey(
        Huisgenoot, verbose_name=_("Wie?"), on_delete=models.PROTECT, related_name="screeningen"
    )
    domein = models.CharField(_("Waarop?"), max_length=12, choices=Domein.choices)
    uitkomst = models.CharField(_("Uitkomst"), max_length=10, choices=Uitkomst.choices)
    tekst = models.TextField(_("Toelichting (mag leeg blijven)"), max_length=2000, blank=True)
    ingeschakeld = models.ForeignKey(
        Expertise,
        verbose_name=_("Wie schakelden wij in? (mag leeg blijven)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    op = models.DateField(_("Wanneer?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.huisgenoot_id} {self.domein}"


class Hulpverleden(models.Model):
    """Help of before: by whom, what the bond was, what worked and what did not (R255)."""

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="hulpverleden"
    )
    hulp = models.CharField(_("Welke hulp?"), max_length=200)
    door_wie = models.CharField(_("Door wie?"), max_length=160)
    periode = models.CharField(_("Wanneer?"), max_length=80)
    relatie = models.TextField(_("Hoe was het contact?"), max_length=2000)
    werkte = models.TextField(_("Wat werkte? (mag leeg blijven)"), max_length=2000, blank=True)
    werkte_niet = models.TextField(
        _("Wat werkte niet? (mag leeg blijven)"), max_length=2000, blank=True
    )
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"hulp van vroeger {self.pk}"


class Hulp(models.Model):
    """Help of now, for a child, an opvoeder or the whole household (R226, R250)."""

    class VoorWie(models.TextChoices):
        KIND = "kind", _("Een kind")
        OPVOEDER = "opvoeder", _("Een opvoeder of partner")
        ALLEN = "allen", _("Het hele huishouden")

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="hulp")
    voor = models.CharField(_("Voor wie is deze hulp?"), max_length=10, choices=VoorWie.choices)
    huisgenoot = models.ForeignKey(
        Huisgenoot,
        verbose_name=_("Om wie gaat het? (leeg bij het hele huishouden)"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hulp",
    )
    wat = models.CharField(_("Welke hulp?"), max_length=200)
    door_wie = models.CharField(_("Door wie?"), max_length=160)
    begonnen_op = models.DateField(_("Wanneer begon zij?"))
    gestopt_op = models.DateField(
        _("Wanneer stopte zij? (mag leeg blijven)"), null=True, blank=True
    )
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("begonnen_op", "id")

    def __str__(self) -> str:
        return f"hulp {self.pk}"


class Kindgesprek(models.Model):
    """A talk with one child, with its own words as it said them (R226)."""

    huisgenoot = models.ForeignKey(
        Huisgenoot,
        verbose_name=_("Welk kind?"),
        on_delete=models.PROTECT,
        related_name="gesprekken",
    )
    eigen_woorden = models.TextField(_("Wat zei het kind, in eigen woorden?"), max_length=4000)
    op = models.DateField(_("Wanneer?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"gesprek {self.pk}"


class Gezinsgesprek(models.Model):
    """A talk with the household: is it clear what was agreed and where it leads (R223, R222)?"""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="gesprekken")
    op = models.DateField(_("Wanneer?"))
    afspraken_duidelijk = models.BooleanField(_("Zijn de afspraken duidelijk voor het gezin?"))
    doel_duidelijk = models.BooleanField(_("Is het doel van de hulp duidelijk voor het gezin?"))
    eigen_woorden = models.TextField(_("Hoe zegt het gezin het zelf?"), max_length=4000)
    zelf_besloten = models.TextField(
        _("Wat besloot het gezin zelf? (mag leeg blijven)"), max_length=4000, blank=True
    )
    gevolg_uitgelegd = models.BooleanField(
        _("Is uitgelegd wat er gebeurt als het gezin hulp weigert?"), default=False
    )
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"gesprek {self.pk}"


class Steun(models.Model):
    """Somebody of the family's own network who works along, with a role (R250)."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="steun")
    wie = models.CharField(_("Wie is dit voor het gezin? (zoals oma of buurvrouw)"), max_length=120)
    doet = models.CharField(_("Wat doet deze persoon?"), max_length=300)
    vanaf = models.DateField(_("Vanaf welke dag?"))

    class Meta:
        ordering = ("vanaf", "id")

    def __str__(self) -> str:
        return f"steun {self.pk}"


class Betrokkenheid(models.Model):
    """An organisation that works or worked with the household, and whether it took over (R249)."""

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="betrokkenheden"
    )
    organisatie = models.CharField(_("Welke organisatie?"), max_length=160)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(_("Tot en met welke dag? (leeg: nog steeds)"), null=True, blank=True)
    overgenomen = models.BooleanField(_("Nam zij het over van een andere organisatie?"))

    class Meta:
        ordering = ("vanaf", "id")
        constraints = (
            models.CheckConstraint(
                name="betrokkenheid_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.huishouden_id} {self.vanaf:%Y-%m-%d}"


class Volgmoment(models.Model):
    """A look afterwards, so that nobody goes out of sight after a report or a hand-over (R252, R48)."""

    class Na(models.TextChoices):
        MELDING = "melding", _("Een melding bij Veilig Thuis")
        OVERDRACHT = "overdracht", _("De overdracht aan het lokale team")

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="volgmomenten"
    )
    na = models.CharField(_("Waarna kijken we?"), max_length=12, choices=Na.choices)
    gepland_op = models.DateField(_("Op welke dag kijken we?"))
    gehouden_op = models.DateField(null=True, blank=True)
    hulp_begonnen = models.BooleanField(_("Is er hulp begonnen?"), null=True, blank=True)
    tekst = models.TextField(_("Hoe gaat het? (mag leeg blijven)"), max_length=2000, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("gepland_op", "id")
        constraints = (
            models.CheckConstraint(
                name="volgmoment_gehouden_met_antwoord",
                condition=models.Q(gehouden_op=None, hulp_begonnen=None)
                | models.Q(gehouden_op__isnull=False, hulp_begonnen__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"volgmoment {self.pk}"


class Mandaatgebruik(models.Model):
    """A member acted outside the frame of the own organisation for this household (R254)."""

    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, related_name="mandaatgebruik"
    )
    mandaat = models.ForeignKey(
        Mandaat, verbose_name=_("Welk mandaat?"), on_delete=models.PROTECT, related_name="gebruik"
    )
    wat = models.TextField(_("Wat deed u, en waarom was dat nodig?"), max_length=2000)
    op = models.DateField(_("Wanneer?"))
    lid = models.ForeignKey(Lid, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"mandaatgebruik {self.pk}"

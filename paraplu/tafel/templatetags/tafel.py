"""What the pages of the table need: moments in words, and a field of a form by its key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms, template
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paraplu.web.templatetags.kader import dag

from ..models import Aanvulvraag
from ..stukken.verzoek import list_velden

register = template.Library()


@register.filter
def moment(waarde: datetime) -> str:
    """A moment as people here say it."""
    hier = localtime(waarde)
    return _("%(dag)s om %(tijd)s uur") % {"dag": dag(hier.date()), "tijd": f"{hier:%H.%M}"}


@register.filter
def veld_van(form: forms.Form, sleutel: str) -> Any:
    """The field of a form whose key has a dot in it."""
    return form[sleutel]


@register.filter
def haal(waarden: Mapping[Any, Any] | str | None, sleutel: Any) -> Any:
    """What a mapping has under a key; "" without one."""
    return waarden.get(sleutel, "") if isinstance(waarden, Mapping) else ""


@register.filter
def label_van(vraag: Aanvulvraag) -> str:
    """The question of the request that the chair asks about."""
    casus = vraag.casus
    velden = list_velden(casus.tafelverzoek.soort, casus, op=vraag.gesteld_op)
    return velden.get(vraag.veld, "")

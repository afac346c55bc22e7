"""The forms of this room."""

from .instemming import EindeForm, InstemmingForm
from .plan import PlanForm

__all__ = ["EindeForm", "InstemmingForm", "PlanForm"]

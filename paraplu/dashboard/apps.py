"""Django's name for this room."""

from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "paraplu.dashboard"
    label = "dashboard"
    default_auto_field = "django.db.models.BigAutoField"

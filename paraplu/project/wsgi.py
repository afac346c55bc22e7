"""Where gunicorn finds the application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paraplu.project.settings")
os.environ.setdefault("PARAPLU_PROCES", "web")
application = get_wsgi_application()

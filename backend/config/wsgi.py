"""The WSGI application that the server loads. What could draw or sign no paper does not start."""

import os
import sys

from django.core.management.base import BaseCommand, SystemCheckError
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

from zhunru.documents import pki  # noqa: E402 -- the settings are read before

try:
    BaseCommand().check()
except SystemCheckError as fault:
    sys.exit(str(fault))
pki.prepare()

"""Write lines of the trace until killed, and say after each commit how many there are."""

from __future__ import annotations

import django

django.setup()

from django.db import transaction  # noqa: E402

from paraplu.web.actions import write_spoor  # noqa: E402

if __name__ == "__main__":
    aantal = 0
    while True:
        with transaction.atomic():
            write_spoor(gebruiker=None, handeling="een", doel="proef")
            write_spoor(gebruiker=None, handeling="twee", doel="proef")
        aantal += 2
        print(aantal, flush=True)

"""The record of destruction and the checks of the trace are only added to."""

from django.db import migrations

TABELLEN = ("vernietiging", "spoorcontrole")
ERBIJ = "\n".join(
    f"CREATE TRIGGER beheer_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE ON beheer_{tabel} "
    "FOR EACH ROW EXECUTE FUNCTION casussen_weiger();"
    for tabel in TABELLEN
)
WEG = "\n".join(
    f"DROP TRIGGER beheer_{tabel}_alleen_erbij ON beheer_{tabel};" for tabel in TABELLEN
)


class Migration(migrations.Migration):
    dependencies = [("beheer", "0001_begin"), ("casussen", "0002_alleen_erbij")]
    operations = [migrations.RunSQL(ERBIJ, WEG)]

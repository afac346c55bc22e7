"""What a talk gave, what a report said and what each said of it is only added to (database)."""

from django.db import migrations

TABELLEN = ("overleg", "verslag", "goedkeuring", "besprekingonbeschermd")
VOORUIT = "".join(
    f"CREATE TRIGGER escalatie_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE ON escalatie_{tabel} "
    "FOR EACH ROW EXECUTE FUNCTION casussen_weiger();"
    for tabel in TABELLEN
)
TERUG = "".join(
    f"DROP TRIGGER escalatie_{tabel}_alleen_erbij ON escalatie_{tabel};" for tabel in TABELLEN
)


class Migration(migrations.Migration):
    dependencies = (("escalatie", "0001_begin"), ("casussen", "0002_alleen_erbij"))
    operations = (migrations.RunSQL(VOORUIT, TERUG),)

"""What the family wrote, what they read and who saw it is only added to (database)."""

from django.db import migrations

TABELLEN = ("inbreng", "deelkeuze", "inbrenggezien", "leesmoment")
VOORUIT = "".join(
    f"CREATE TRIGGER meelezen_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE ON meelezen_{tabel} "
    "FOR EACH ROW EXECUTE FUNCTION casussen_weiger();"
    for tabel in TABELLEN
)
TERUG = "".join(
    f"DROP TRIGGER meelezen_{tabel}_alleen_erbij ON meelezen_{tabel};" for tabel in TABELLEN
)


class Migration(migrations.Migration):
    dependencies = [("meelezen", "0001_begin"), ("casussen", "0002_alleen_erbij")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

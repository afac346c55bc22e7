"""A version of a plan and who agreed with it are only added to (database)."""

from django.db import migrations

TABELLEN = ("planversie", "veiligheidsvoorwaarde", "veiligheidsafspraak", "instemming")
VOORUIT = "".join(
    f"CREATE TRIGGER veiligheid_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE ON veiligheid_{tabel} "
    "FOR EACH ROW EXECUTE FUNCTION casussen_weiger();\n"
    for tabel in TABELLEN
)
TERUG = "".join(
    f"DROP TRIGGER veiligheid_{tabel}_alleen_erbij ON veiligheid_{tabel};\n" for tabel in TABELLEN
)


class Migration(migrations.Migration):
    dependencies = [("veiligheid", "0001_begin"), ("casussen", "0002_alleen_erbij")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

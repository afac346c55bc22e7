"""What was saved, said or decided stays: these rows are only added to (database)."""

from django.db import migrations

TABELLEN = (
    "alineaversie",
    "signaalstap",
    "gereedheid",
    "instemming",
    "tuinfase",
    "veiligheidsfase",
    "kindgesprek",
    "gezinsgesprek",
    "eerstebesluit",
    "besluitnemer",
    "mandaatgebruik",
)
VOORUIT = """
CREATE FUNCTION toekomsttuin_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'deze rij kan niet worden gewijzigd; voeg een nieuwe toe';
END $$;
""" + "".join(
    f"CREATE TRIGGER toekomsttuin_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE"
    f" ON toekomsttuin_{tabel} FOR EACH ROW EXECUTE FUNCTION toekomsttuin_weiger();\n"
    for tabel in TABELLEN
)
TERUG = (
    "".join(
        f"DROP TRIGGER toekomsttuin_{tabel}_alleen_erbij ON toekomsttuin_{tabel};\n"
        for tabel in TABELLEN
    )
    + "DROP FUNCTION toekomsttuin_weiger();"
)


class Migration(migrations.Migration):
    dependencies = [("toekomsttuin", "0001_begin")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

"""What was reported stays: a correction is a new row, and an answer on a search comes in once."""

from django.db import migrations

TABELLEN = (
    "kostenopgave",
    "kostenregel",
    "personeelsopgave",
    "antwoord",
    "lijstantwoord",
    "incident",
    "incidentstap",
    "incidentjaar",
)
VOORUIT = """
CREATE FUNCTION opgaven_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'deze rij kan niet worden gewijzigd; voeg een nieuwe toe';
END $$;
CREATE FUNCTION opgaven_antwoord_een_keer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'een zoekactie wordt niet verwijderd';
    END IF;
    IF OLD.uitkomst <> '' OR to_jsonb(NEW) - 'uitkomst' - 'uitkomst_op'
        IS DISTINCT FROM to_jsonb(OLD) - 'uitkomst' - 'uitkomst_op' THEN
        RAISE EXCEPTION 'aan een zoekactie komt alleen het antwoord erbij, en een keer';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opgaven_zoekactie_antwoord BEFORE UPDATE OR DELETE ON opgaven_zoekactie
FOR EACH ROW EXECUTE FUNCTION opgaven_antwoord_een_keer();
""" + "".join(
    f"CREATE TRIGGER opgaven_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE"
    f" ON opgaven_{tabel} FOR EACH ROW EXECUTE FUNCTION opgaven_weiger();\n"
    for tabel in TABELLEN
)
TERUG = (
    "".join(
        f"DROP TRIGGER opgaven_{tabel}_alleen_erbij ON opgaven_{tabel};\n" for tabel in TABELLEN
    )
    + "DROP TRIGGER opgaven_zoekactie_antwoord ON opgaven_zoekactie;\n"
    + "DROP FUNCTION opgaven_antwoord_een_keer();\nDROP FUNCTION opgaven_weiger();"
)


class Migration(migrations.Migration):
    dependencies = [("opgaven", "0001_begin")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

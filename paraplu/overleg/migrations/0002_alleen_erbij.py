"""What was said, agreed or decided stays: these rows are only added to (database)."""

from django.db import migrations

TABELLEN = (
    "actiedatum",
    "actiestap",
    "afwijking",
    "afwijkingstap",
    "besluit",
    "documentversie",
    "escalatie",
    "notitie",
    "raadsbrief",
    "regiostand",
)
VOORUIT = """
CREATE FUNCTION overleg_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'deze rij kan niet worden gewijzigd; voeg een nieuwe toe';
END $$;
CREATE FUNCTION overleg_verslag_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.vastgesteld_op IS NOT NULL OR NEW.tekst <> OLD.tekst
        OR NEW.overleg_id <> OLD.overleg_id OR NEW.nummer <> OLD.nummer THEN
        RAISE EXCEPTION 'een bewaard verslag kan niet worden gewijzigd; maak een nieuwe versie';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER overleg_verslagversie_vast BEFORE UPDATE OR DELETE ON overleg_verslagversie
    FOR EACH ROW EXECUTE FUNCTION overleg_verslag_vast();
""" + "".join(
    f"CREATE TRIGGER overleg_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE"
    f" ON overleg_{tabel} FOR EACH ROW EXECUTE FUNCTION overleg_weiger();\n"
    for tabel in TABELLEN
)
TERUG = (
    "".join(f"DROP TRIGGER overleg_{tabel}_alleen_erbij ON overleg_{tabel};\n" for tabel in TABELLEN)
    + "DROP TRIGGER overleg_verslagversie_vast ON overleg_verslagversie;\n"
    + "DROP FUNCTION overleg_verslag_vast();\nDROP FUNCTION overleg_weiger();"
)


class Migration(migrations.Migration):
    dependencies = [("overleg", "0001_begin")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

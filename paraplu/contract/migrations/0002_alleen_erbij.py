"""What was agreed, decided or reckoned stays: these rows are only added to (database).

Of a tariff and of a share only the last day is set, and once.
"""

from django.db import migrations

TABELLEN = (
    "verlenging",
    "toetredingsbesluit",
    "bijlageversie",
    "regioclausule",
    "tariefdeel",
    "indexatie",
    "puntstand",
    "werknorm",
    "caseloadstand",
    "scenarioversie",
)
#: Per table the one column that may be set when it is empty.
EENMAAL = (("tarief", "tot"), ("scenariodeling", "ingetrokken_op"), ("partij", "tot"))
VOORUIT = """
CREATE FUNCTION contract_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'deze rij kan niet worden gewijzigd; voeg een nieuwe toe';
END $$;
CREATE FUNCTION contract_eenmaal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        OR to_jsonb(OLD) -> TG_ARGV[0] <> 'null'::jsonb
        OR to_jsonb(NEW) - TG_ARGV[0] IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV[0] THEN
        RAISE EXCEPTION 'van deze rij kan alleen eenmaal de laatste dag worden gezet';
    END IF;
    RETURN NEW;
END $$;
""" + "".join(
    f"CREATE TRIGGER contract_{tabel}_alleen_erbij BEFORE UPDATE OR DELETE"
    f" ON contract_{tabel} FOR EACH ROW EXECUTE FUNCTION contract_weiger();\n"
    for tabel in TABELLEN
) + "".join(
    f"CREATE TRIGGER contract_{tabel}_eenmaal BEFORE UPDATE OR DELETE"
    f" ON contract_{tabel} FOR EACH ROW EXECUTE FUNCTION contract_eenmaal('{kolom}');\n"
    for tabel, kolom in EENMAAL
)  # fmt: skip
TERUG = (
    "".join(
        f"DROP TRIGGER contract_{tabel}_alleen_erbij ON contract_{tabel};\n" for tabel in TABELLEN
    )
    + "".join(
        f"DROP TRIGGER contract_{tabel}_eenmaal ON contract_{tabel};\n"
        for tabel, _kolom in EENMAAL
    )
    + "DROP FUNCTION contract_weiger();\nDROP FUNCTION contract_eenmaal();"
)


class Migration(migrations.Migration):
    dependencies = [("contract", "0001_begin")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]

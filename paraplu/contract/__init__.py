"""Overeenkomst, product book and the calculator of tariff and caseload (R153-R172)."""

"""What was agreed: ledger, tussentaal, products, regions; dated data and a small loader."""

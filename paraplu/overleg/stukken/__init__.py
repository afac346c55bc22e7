"""What is taken along: the pack of a party, the dossier for the G7, and the report of a task."""

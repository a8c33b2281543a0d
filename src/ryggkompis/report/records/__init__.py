"""The report for other programs: JSON, FHIR, and tables for a spreadsheet."""

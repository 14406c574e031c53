"""How findings and tables look."""

"""Changes to entry files that keep their bytes."""

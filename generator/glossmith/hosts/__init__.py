"""Who calls us: the command line and the MkDocs plugin."""

"""Schema migrations, one file each; run by ``storage.migrate``."""

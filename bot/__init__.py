"""The conversation core: no vendor, no SQL, no wall clock."""

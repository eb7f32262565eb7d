"""Changes of the records that several conversations share."""

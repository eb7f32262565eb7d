"""The matching of one cycle: what is asked of it, its criteria, its drafts, its runs."""

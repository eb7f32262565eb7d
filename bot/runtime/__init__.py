"""What a process runs: events answered, what is due, what goes out, matchings that are solved."""

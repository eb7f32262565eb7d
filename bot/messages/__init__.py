"""What is shown: neutral cards and forms, and how they become plain text or JSON."""

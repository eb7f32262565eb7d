"""What coordinators do: programmes, rounds, invitations, the review, the digest."""

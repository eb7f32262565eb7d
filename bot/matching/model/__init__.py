"""What is known of a round: its people and rules, the points of a pair, and what is answered."""

"""What a person can choose. Every choice is kept as it is made."""

"""What is shown when routines are shared and taken in."""

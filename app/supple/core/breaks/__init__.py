"""When to speak up at the desk and when to keep still: pure rules, no clock, no desktop."""

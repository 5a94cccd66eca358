"""What a stretching session is: pure rules and values.

Nothing here imports Qt, reads a clock, draws a random number or touches a
file. Times and dates come in as arguments.
"""

"""Builds everything once, wires it, and offers the command line. Nobody imports it."""

"""Everything there is to do: routines and stretches, filtered, with all that is known of each."""

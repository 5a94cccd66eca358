"""Being reminded of a break while the window is out of sight."""

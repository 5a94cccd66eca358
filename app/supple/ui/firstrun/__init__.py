"""The questions of the first start, and the same ones when they are asked again."""

"""``python -m supple``."""

import sys

from supple.shell.main import main

if __name__ == "__main__":
    sys.exit(main())

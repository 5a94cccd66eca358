"""What the packaged program begins with."""

import sys

from supple.shell.main import main

sys.exit(main())

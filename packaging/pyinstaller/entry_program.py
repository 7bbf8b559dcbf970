"""What the frozen `dokuhelfer` runs."""

import sys

from dokuhelfer.__main__ import main

sys.exit(main())

"""`python -m paraplu` is the command line."""

import sys

from paraplu.project.opdracht import main

sys.exit(main())

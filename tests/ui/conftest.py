"""Windows are opened where nobody sees them, unless ``QT_QPA_PLATFORM`` says otherwise."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

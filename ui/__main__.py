"""Entry point: ``station``, or ``python -m ui``."""

import sys


def main() -> int:
    """Run the command line and give its exit status."""
    from ui.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

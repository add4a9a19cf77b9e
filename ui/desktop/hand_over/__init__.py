"""The hand-over page: folders leave the counter on sealed lists."""

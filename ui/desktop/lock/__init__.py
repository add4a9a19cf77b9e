"""The locked station: the work stays, nobody sees it."""

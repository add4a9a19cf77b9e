"""The second screen as the officer sees it: whether there is one, what is on it, what is chosen."""

"""The English of the window, as Qt Linguist files."""

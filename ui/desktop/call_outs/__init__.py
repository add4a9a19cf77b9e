"""What the counter must see to before it closes, said on the list page and in the status bar."""

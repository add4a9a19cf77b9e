"""What a card reader in keyboard mode types, caught below the input method."""

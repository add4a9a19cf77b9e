"""The main window: top bar, rail, tabs of open drafts, pages, status bar."""

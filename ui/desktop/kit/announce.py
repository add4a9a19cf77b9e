"""Tells a screen reader what nobody went to: that a card was read, or why something failed."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(source: QWidget, words: str, *, pressing: bool = False) -> None:
    """Have these words read out, wherever the focus is.

    Args:
        pressing: it interrupts what is being read: something failed.
    """
    if not words or not QAccessible.isActive():
        return  # nobody listens
    event = QAccessibleAnnouncementEvent(source, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if pressing else politeness.Polite)
    QAccessible.updateAccessibility(event)

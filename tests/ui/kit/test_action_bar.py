"""The foot of a page: where its acts leave the sentence no room, they go without their keys."""

from pytestqt.qtbot import QtBot

from ui.desktop.kit.action_bar import ActionBar
from ui.desktop.kit.button import Button, Kind, LeftOut
from ui.desktop.kit.icon import Icon


def test_in_a_full_bar_all_but_the_primary_go_without_key_then_icon_and_last_without_words(
    qtbot: QtBot,
) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    side = Button("In nhật ký", sign=Icon.PRINTER, badge="F9")
    last = Button("Ký và khoá", Kind.PRIMARY, sign=Icon.LOCK, badge="Ctrl+Enter")
    for button in (side, last):
        bar.add(button)
    whole, primary = side.sizeHint().width(), last.sizeHint().width()
    bar.show()
    widths = []
    for width in (*range(1000, 400, -10), 1000):
        bar.resize(width, bar.height())
        widths.append(side.sizeHint().width())
    assert sorted(set(widths), reverse=True) == list(dict.fromkeys(widths))
    assert len(set(widths)) == 4
    assert widths[0] == widths[-1] == whole
    assert last.sizeHint().width() == primary
    assert side.toolTip() == ""


def test_a_key_that_is_left_out_is_in_the_tooltip_and_an_icon_alone_keeps_it(
    qtbot: QtBot,
) -> None:
    side = Button("In nhật ký", sign=Icon.PRINTER, badge="F9")
    qtbot.addWidget(side)
    side.leave_out(LeftOut.ICON)
    assert side.toolTip() == "In nhật ký (F9)"
    side.leave_out(LeftOut.WORDS)
    assert side.toolTip() == "In nhật ký"
    alone = side.sizeHint().width()
    side.leave_out(LeftOut.NOTHING)
    side.show_words(False)
    assert side.sizeHint().width() == alone
    plain = Button("Mẫu có sẵn", badge="Alt+X")
    qtbot.addWidget(plain)
    plain.leave_out(LeftOut.WORDS)
    assert plain.sizeHint().width() < plain.width_without(LeftOut.NOTHING)

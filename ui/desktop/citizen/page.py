"""The citizen's display: five facts in large letters, one question; idle between citizens."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.domain.ratings import Satisfaction
from ui.desktop.citizen.lettering import Scale
from ui.desktop.citizen.touch_button import TouchButton
from ui.desktop.citizen.view_model import Answer, CitizenSheet, Facts, Said, Scene
from ui.desktop.kit.brand import paint_sign
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.paint import CENTRE, RIGHT, box, fill, line, words
from ui.desktop.kit.tokens import DARK, LIGHT
from ui.desktop.kit.tone import Tone
from ui.desktop.kit.typography import metrics, wrapped
from ui.desktop.kit.watermark import Watermark
from ui.preferences import CitizenDisplay

_MARGIN, _HEAD, _GAP = 72, 80, 24
_MOST_NAME, _MOST_LINE = 2, 2
_PERCENTS = (130, 115, 100, 90, 80)
"""Below 100 % only where a name and a procedure fill the screen."""
_MOODS = {
    Satisfaction.VERY_SATISFIED: Icon.MOOD_HAPPY,
    Satisfaction.SATISFIED: Icon.MOOD_SMILE,
    Satisfaction.NOT_SATISFIED: Icon.MOOD_SAD,
}


class CitizenPage(QWidget):
    """Implements ``CitizenView``. Painted for 1366×768 and scaled to the screen."""

    answered = Signal(bool)
    rated = Signal(object)
    """A ``Satisfaction``."""

    def __init__(self, *, training: bool = False) -> None:
        super().__init__()
        self._sheet, self._display = CitizenSheet(), CitizenDisplay()
        self._right = TouchButton(self, Icon.CHECK)
        self._wrong = TouchButton(self, Icon.CIRCLE_X)
        self._moods = {one: TouchButton(self, sign, icon_size=56) for one, sign in _MOODS.items()}
        self._right.clicked.connect(lambda: self.answered.emit(True))
        self._wrong.clicked.connect(lambda: self.answered.emit(False))
        for satisfaction, button in self._moods.items():
            button.clicked.connect(lambda _=False, one=satisfaction: self.rated.emit(one))
        self._mark = Watermark(self, self.tr("TẬP HUẤN")) if training else None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._arrange()

    def show_sheet(self, sheet: CitizenSheet) -> None:
        if sheet != self._sheet:
            self._sheet = sheet
            self._arrange()

    def show_display(self, display: CitizenDisplay) -> None:
        """Take another size, or the other theme."""
        self._display = display
        self._arrange()

    def sheet(self) -> CitizenSheet:
        return self._sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._mark is not None:
            self._mark.resize(self.size())
        self._arrange()

    # -- the buttons --------------------------------------------------------------------------

    def _arrange(self) -> None:
        sheet = self._sheet
        self._scale = self._fitting_scale()
        self._looks = DARK if self._display.dark else LIGHT
        self.setAccessibleName(spoken(sheet))
        self._arrange_answers(sheet)
        self._arrange_moods(sheet)
        if self._mark is not None:
            self._mark.wear(self._looks)
            self._mark.raise_()
        self.update()

    def _fitting_scale(self) -> Scale:
        """Give the chosen text size, or the next smaller one at which nothing is cut: a long name
        with a long procedure is still to be read whole."""
        facts = self._sheet.facts
        scale = Scale.of(self.width(), self.height(), self._display.text_percent)
        for percent in _PERCENTS:
            if percent > self._display.text_percent:
                continue
            self._scale = scale = Scale.of(self.width(), self.height(), percent)
            width = self._text_width()
            tall = height_of(facts, scale, width) + 5 * scale.px(8)
            if tall <= self._room() and _captions_fit(facts, scale, width / 3):
                break
        return scale

    def _arrange_answers(self, sheet: CitizenSheet) -> None:
        asked = sheet.scene is Scene.FACTS and sheet.question[0] != ""
        right = self.width() - self._px(_MARGIN)
        for button, said, answer in (
            (self._right, sheet.right, Answer.RIGHT),
            (self._wrong, sheet.wrong, Answer.WRONG),
        ):
            button.setVisible(asked)
            button.show_words(
                said,
                scale=self._scale,
                looks=self._looks,
                chosen=sheet.answer is answer,
                first=sheet.answer is Answer.NONE and answer is Answer.RIGHT,
            )
            size = button.sizeHint()
            width = max(size.width(), round(self._px(340 if answer is Answer.RIGHT else 260)))
            button.setGeometry(
                round(right - width), round(self._answers_top()), width, size.height()
            )
            right -= width + self._px(_GAP)

    def _arrange_moods(self, sheet: CitizenSheet) -> None:
        said = dict(sheet.ratings)
        gap = self._px(_GAP)
        width = (self.width() - 2 * self._px(_MARGIN) - 2 * gap) / len(self._moods)
        for place, (satisfaction, button) in enumerate(self._moods.items()):
            button.setVisible(sheet.scene is Scene.RATING)
            words_of_it = said.get(satisfaction, ("", ""))
            button.show_words(words_of_it, scale=self._scale, looks=self._looks)
            left = self._px(_MARGIN) + place * (width + gap)
            top = self.height() * 0.56
            button.setGeometry(round(left), round(top), round(width), round(self._px(128)))

    def _answers_top(self) -> float:
        return self.height() - self._px(96 + 80)

    def _px(self, distance: float) -> float:
        return self._scale.px(distance)

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._looks
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.surface)
        self._paint_head(painter)
        match self._sheet.scene:
            case Scene.FACTS:
                self._paint_facts(painter, self._sheet.facts)
            case Scene.RATING:
                self._paint_middle(painter, 0.2, self._sheet.title, 48)
                self._paint_middle(painter, 0.38, self._sheet.question, 36)
                self._paint_foot(painter)
            case Scene.THANKS:
                self._paint_middle(painter, 0.42, self._sheet.title, 72)
            case Scene.IDLE:
                self._paint_idle(painter)

    def _paint_head(self, painter: QPainter) -> None:
        t, height = self._looks, self._px(_HEAD)
        fill(painter, QRectF(0, 0, self.width(), height), t.chrome)
        side = self._px(40)
        left = self._px(_MARGIN)
        paint_sign(painter, left, (height - side) / 2, side, t)
        counter = self._scale.style(28, 600)
        right = self._px(220) * self._scale.text
        office = QRectF(left + side + self._px(16), 0, 0, height)
        office.setRight(self.width() - left - right)
        words(painter, office, self._sheet.office, self._scale.style(24, 600), t.text)
        room = QRectF(0, 0, self.width() - left, height)
        words(painter, room, self._sheet.counter, counter, t.text, align=RIGHT)

    def _paint_idle(self, painter: QPainter) -> None:
        t = self._looks
        self._paint_middle(painter, 0.22, self._sheet.title, 36)
        style = self._scale.style(160, 600)
        middle = QRectF(0, self.height() * 0.34, self.width(), self._px(240))
        words(painter, middle, self._sheet.counter, style, t.accent, align=CENTRE, elide=False)
        left, y = self._px(_MARGIN), self.height() - self._px(176)
        line(painter, left, self.width() - left, y, t.line)
        self._paint_middle(painter, (y + self._px(24)) / self.height(), self._sheet.note, 28)

    def _paint_middle(self, painter: QPainter, at: float, said: Said, size: int) -> None:
        """Write in the middle of the screen, from this share of its height downwards."""
        t, top = self._looks, self.height() * at
        small = max(22, round(size * 0.6))
        for text, px, ink in ((said[0], size, t.text), (said[1], small, t.text2)):
            if text:
                room = QRectF(0, top, self.width(), self._scale.line(px))
                style = self._scale.style(px, 600 if px > 30 else 400)
                words(painter, room, text, style, ink, align=CENTRE)
                top = room.bottom()

    def _paint_facts(self, painter: QPainter, facts: Facts) -> None:
        t, left = self._looks, self._px(_MARGIN)
        gap = self._gap(facts)
        lead = self._lead(facts)
        y = self._caption(painter, self._px(_HEAD + 12) + gap / 2, self._sheet.title)
        y = self._lines(painter, y + lead, facts.name, 48, 600, _MOST_NAME)
        for text in facts.lines:
            y = self._lines(painter, y + lead / 2, text, 30, 400, _MOST_LINE)
        line(painter, left, self.width() - left, y + gap, t.line)
        y = self._paint_figures(painter, y + 2 * gap, facts)
        self._paint_due(painter, y + gap, facts)
        if self._sheet.question[0]:
            self._paint_question(painter)
        self._paint_foot(painter)

    def _gap(self, facts: Facts) -> float:
        """Give the room between the parts: what is left over, as far as it looks well."""
        spare = self._room() - height_of(facts, self._scale, self._text_width())
        return max(self._px(8), min(self._px(24), spare / 7))

    def _lead(self, facts: Facts) -> float:
        """Give the room between a caption and what it says: none where the screen is full."""
        return (self._gap(facts) - self._px(8)) / 2

    def _room(self) -> float:
        """Give the height for the facts, between the head and the answers."""
        return self._answers_top() - self._px(_HEAD + 12) - self._px(12)

    def _text_width(self) -> float:
        return self.width() - 2 * self._px(_MARGIN)

    def _paint_figures(self, painter: QPainter, y: float, facts: Facts) -> float:
        t, lead = self._looks, self._lead(facts)
        column = self._text_width() / 3
        for place, figure in enumerate(facts.figures):
            left = self._px(_MARGIN) + place * column
            room = QRectF(left, y, column - self._px(12), self._scale.line(22))
            caption = _joined(figure.caption)
            words(painter, room, caption, self._scale.style(22), t.text2)
            below = QRectF(left, room.bottom() + lead / 2, room.width(), self._scale.line(34))
            ink = t.text if figure.tone is Tone.MUTE else t.ink(figure.tone)
            words(painter, below, figure.figure, self._scale.style(34, 600), ink)
        y += self._scale.line(22) + lead / 2 + self._scale.line(34) if facts.figures else 0
        if facts.lacking:
            y = self._lines(painter, y, facts.lacking, 26, 500, 1, t.warn)
        return y

    def _paint_due(self, painter: QPainter, y: float, facts: Facts) -> None:
        if not facts.due:
            return
        t, left = self._looks, self._px(_MARGIN)
        rect = QRectF(left, y, self._text_width(), _due_height(self._scale))
        box(painter, rect, t.tint, radius=self._px(8))
        inner = self._px(32)
        top = y + (rect.height() - self._scale.line(26) - self._scale.line(60)) / 2
        room = QRectF(left + inner, top, rect.width() - 2 * inner, self._scale.line(26))
        caption = _joined(facts.due_caption)
        words(painter, room, caption, self._scale.style(26), t.text)
        below = QRectF(room.left(), room.bottom(), room.width(), self._scale.line(60))
        words(painter, below, facts.due, self._scale.style(60, 600), t.accent)

    def _paint_question(self, painter: QPainter) -> None:
        t, left = self._looks, self._px(_MARGIN)
        first, second = self._sheet.question
        tall = self._scale.line(36) + (self._scale.line(22) if second else 0)
        top = self._answers_top() + (self._px(96) - tall) / 2
        width = self._wrong.x() - left - self._px(_GAP)
        room = QRectF(left, top, width, self._scale.line(36))
        words(painter, room, first, self._scale.style(36, 600), t.text)
        if second:
            room = QRectF(left, room.bottom(), width, self._scale.line(22))
            words(painter, room, second, self._scale.style(22), t.text2)

    def _paint_foot(self, painter: QPainter) -> None:
        left = self._px(_MARGIN)
        room = QRectF(left, self.height() - self._px(60), self.width() - 2 * left, self._px(40))
        style = self._scale.style(22)
        words(painter, room, _joined(self._sheet.note), style, self._looks.text2)

    def _caption(self, painter: QPainter, y: float, said: Said) -> float:
        left = self._px(_MARGIN)
        room = QRectF(left, y, self.width() - 2 * left, self._scale.line(24))
        words(painter, room, _joined(said), self._scale.style(24), self._looks.text2)
        return room.bottom()

    def _lines(
        self,
        painter: QPainter,
        y: float,
        text: str,
        size: int,
        weight: int,
        most: int,
        ink: QColor | None = None,
    ) -> float:
        """Write a text over as many lines as it needs, and give where the next one begins."""
        left = self._px(_MARGIN)
        width = self.width() - 2 * left
        style = self._scale.style(size, weight)
        colour = self._looks.text if ink is None else ink
        for each in wrapped(text, style, width, most):
            room = QRectF(left, y, width + 2, self._scale.line(size))
            words(painter, room, each, style, colour, elide=False)
            y = room.bottom()
        return y


def spoken(sheet: CitizenSheet) -> str:
    """Say everything on the display, as a screen reader would."""
    facts = sheet.facts if sheet.scene is Scene.FACTS else Facts()
    figures = [f"{figure.caption[0]}: {figure.figure}" for figure in facts.figures]
    parts = [
        sheet.office,
        sheet.counter,
        sheet.title[0],
        facts.name,
        *facts.lines,
        *figures,
        facts.lacking,
        f"{facts.due_caption[0]}: {facts.due}" if facts.due else "",
        sheet.question[0],
        sheet.note[0],
    ]
    return ". ".join(part for part in parts if part)


def height_of(facts: Facts, scale: Scale, width: float) -> float:
    """Give the height of all facts without the room between them."""
    name = len(wrapped(facts.name, scale.style(48, 600), width, _MOST_NAME))
    lines = sum(len(wrapped(text, scale.style(30), width, _MOST_LINE)) for text in facts.lines)
    tall = scale.line(24) + name * scale.line(48) + lines * scale.line(30)
    tall += scale.line(22) + scale.line(34) if facts.figures else 0
    tall += scale.line(26) if facts.lacking else 0
    return tall + (_due_height(scale) if facts.due else 0)


def _due_height(scale: Scale) -> float:
    return scale.line(26) + scale.line(60) + scale.px(24)


def _captions_fit(facts: Facts, scale: Scale, column: float) -> bool:
    room = column - scale.px(12)
    return all(
        metrics(scale.style(size, weight)).horizontalAdvance(text) <= room
        for figure in facts.figures
        for text, size, weight in ((_joined(figure.caption), 22, 400), (figure.figure, 34, 600))
    )


def _joined(said: Said) -> str:
    return " · ".join(part for part in said if part)

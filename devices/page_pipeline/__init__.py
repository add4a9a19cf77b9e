"""From a page as a scanner or camera gives it to a clean one: one stage a module, no Qt.

``clean_page`` puts the stages in order. Angles are counter-clockwise. A page has one pixel pitch
(dots per inch) in both directions; what the stages measure is in pixels of the pitch they name.
"""

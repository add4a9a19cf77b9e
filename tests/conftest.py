"""What holds for every test."""

from hypothesis import settings

# A promise is about what is right; how long it takes is measured by ``make bench``.
settings.register_profile("promises", deadline=None)
settings.load_profile("promises")

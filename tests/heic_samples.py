"""HEIC pictures, as telephones keep them. Nothing that may be shipped encodes them.

They were made once with ``pillow-heif`` 1.8.1, which is GPL by its encoder and no part of this
project: a sheet of 160×240 with a black corner at its top left and a QR code below, drawn with
Pillow, turned by 90 degrees as a sensor sees it and saved with ``quality=45`` and orientation 6;
and two sheets of 64×64 in one file, with ``save_all=True`` and ``quality=20``.
"""

from base64 import b64decode
from typing import Final

TEXT: Final = "HEIC 0001"
"""What the code on the sheet says."""
SIZE: Final = (160, 240)
"""Width and height of the sheet, upright."""
PHONE: Final = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA"
    "AAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABxAABAAAAAAAABzgAAgAAAAAI/AABAAAAAAAAADYAAAA4aWluZgAA"
    "AAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA32lwcn"
    "AAAAC/aXBjbwAAAHdodmNDAQNwAAAAkAAAAAAAPPAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAPLoC"
    "QGEAAQAqQgEBA3AAAAMAkAAAAwAAAwA8oB4gKFlupJKa5uAhoMCAAAAMgAAAAwCEYgABAAdEAcFysGJAAAAAE2NvbH"
    "JuY2x4AAEADQAGgAAAABRpc3BlAAAAAAAAAPAAAACgAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAAABhpcG1hAAAA"
    "AAAAAAEAAQWBAgMEhQAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAHdm1kYXQAAAc0KAGvLYtFEFbrlORfhf4ooB"
    "K9LvtMuzQPiVtwlnZOyQs9GVTXCW/G25eYkpCUrBGiVbPuWLUZ3IZoqWlg/mYASWSc8zDgGLvExjEjXcSVixxmCgg1"
    "ylcpfUt1GlOxYQbNlRsAuBr2RVqDhvwOPf/yufU463v3jx/7bthERMvVKXB0sDEpCdtoVLR3GTc5GiFIXIuYOqv4px"
    "VWn6fSY5G/a/MR8V8FC3boMKDR4UjLbHT9hxqXEc4PwdGOnkhLWHB8NOyFVBHRKlzAeoIAJ8fMWYos7Rj/Hq/hOLAm"
    "+g0r+vja9ST6E1/4SRktPqrPl6K5fQGK3scd5jmfKp3DxEXVr2MBiIm5VChVdfpwYcErf79iIiEfU0B9R5cufVq/2k"
    "cDIfrx8EQkVJd/pT/h/XEBmIhmfAQQybbqwl02ACrkI2gnYyrCRurGBIECJSYBuoeLPqF4T36OS49u9kiioaKa+QNX"
    "mJsEYzH6KiPGpKo5fxb3B5966wOpkJTtiwcwTpuLAgAOi1Fz/m9GsffbGW9laYr3n61jeuBld7b+fc0w4DhQWzTZ4y"
    "T1lai0ZvQDztzllvLq/mz8A9LCmp5FVmfzmzKwAmq6VeiPwmyquolKR2zYXHXJSsLyQr3muF8ZP/8w0R6zZs1TgWvB"
    "pgg+YgbgRrG4bsThmgBQiPY6Ba/qYggYHOJbBzKLjCwhRTZiSPZzXn3WgGXv3dxwHFksMar7d4FjkmM+q6Iwz5NT8H"
    "JBWLKAsQlZR9X//EJSEQQRVows9H8LNvA4dMWdUf7zHJwJz5xcTuAABCp1QgtLzTMVJ1JO+Hmvr9O7fMFmUd+1iNPP"
    "82VoyZ+V2FT7XrrmJCxbkI1yzuhN0nHZx3lrvn+ZhngvU2tGdTRsNDzHBtJsNL7nGaokJ1yGNEMZyb1cK12zwDQTMo"
    "Bx+LesTe3qdYNNWS++eS01jAQzsc0KxpO3+gEPv3VK1RpAB8HFCqd+g8bK7lqo/vF1H5uqm+annrhZUBA8GYkwTPqD"
    "ZIcEaw9q48Jjv1w1aqawtIaVezXYFhmyH0Gqw5RSrdXsh2ceWv0rgXfpnl02c7bXYACGmvHXKdsmA0URUlkryDE12l"
    "erlwCgeOsVkdSfn4RCHyUj9MfmuCrbctekDr9+6Ma9R3WlYTvYSqjtK9efs8eIyjZJSKnYCTUqlq6wuD9arbusM6fJ"
    "GKd3xnWlpUf3c0n4mwF+2QnNW2KhzdecfgyeEtWPkcCc5rv61uKRlahXCv8dJuspTu0wCZC5iqstgSC0uUxgsNTtuz"
    "CjYq4xff0JitPfqtdPJOvCmtYyodZIUh0WCB9T+mbqW9WnoWKp3F0vN6lfBIFGvSXljClCquCIZmfyZkIyeOUilohb"
    "LzV6RT973WONUWjsVhpShXks4Jwh398f7dAa6TovSwLERC9Slh31XOnZgXNe5ONXgQy5ux7X4bK6wV1vEXnRs0q4Cf"
    "WnB7n03bvobZ1FFBe2XyF88z5VX7Ik6ILqq8r+rrZr/Pe4Su/h2yU0y4ID0Gu8HOg27jia2VlgrOEHEGq5xyvyvXE9"
    "1KanKnQgpQA/g7mwhCW2xc3wIkJnJLSlo9NyqkgaIWTf2m7/vSW8RlopZneU1i/J/viYW2dQTPZ24T6lRt82L4hcfU"
    "1GahDPgKC7wuCENU5901GZ94IYommlQWa+iAf+CPmLJFdzqOz6y/jK5DAx/tNY4AyMRkXxIKDou45Q1kL/qmSb6vQr"
    "59BFF/5x4cfj9W4RYotCm9knkDDJygeITAbHYst0VmRgL/a+BudHvc0ryYHHyMBvEjZE/NO5CRlBWY4Z3KzOZcI6Bx"
    "9LJ3F+1O6S3p6NSmmHtbD9CP/RZ68HuPYt/O0H8beTSPt1/5uNRcy025CESySHhzdSZqGolGUN7jDJNTzrpS++htJ6"
    "76un9XrHNTzRTvwl5FZgAUf3bn/3iTTdwqnph+gXZN/oO6faNiqY72rxpMah3K1nVhQmsxoVf/AA9at7zLK6Mr3wgF"
    "EF5JRBJgbhtcbkLEpqIhWEpfTpndpqyMOFreKnnHVtqOHPX+M8a73SR6CBtrRrSN/sCgLdNx0wiEr7gtLwMJVmi6Mu"
    "xzMb/DgTIbEQraTz6AvXJO+nZCsATtVlYCBAXZA7LwkCoEs6FCbt0C7nqOdvCgeD5EoYbwHKxOiSw2IBajjOuQuvtz"
    "TUhfxhoR2is9wXuK0D8M/9iCS6QuABFbpfH7iROKNeRf/kKA5rXfP8xH/AhBtbS9dtFEzzmY50wffA/0zgjJU5QePk"
    "wc0IPG9SR5xQC25w54O8dzztJx5Co3dfqTXyhbmly/yJcPZjlh6hxa/vo07zI+CKs0kIAOpQLdIP5RUK/O5+eKH3CD"
    "+6Nbt2LR7ucTHOaeAUNOKhJLzKGqPiHLJ7WUJ7obdoW3rgHVn0pHfRe2Ukv5pz5Sc1WpJ0VEoMHABALdJrW8Wvs7PS"
    "rrp0EZAAAAAGRXhpZgAATU0AKgAAAAgAAgEPAAIAAAAGAAAAJgESAAMAAAABAAYAAAAAAABNYWtlcgA="
)
TWO_PICTURES: Final = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA"
    "AAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABqAABAAAAAAAAAUEAAgAAAAAC6QABAAAAAAAAATAAAAA4aWluZgAA"
    "AAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAAACAABodmMxAAAAAA5waXRtAAAAAAABAAAA3Wlwcn"
    "AAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC"
    "QGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2"
    "xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAeaXBtYQAAAAAAAAACAAEE"
    "gQIDBAACBIECAwQAAAJ5bWRhdAAAAT0oAa8LYM3BJKBCpz4zUGIkpKeH3susx3PSIaDprO0VYmtCWQaObl3vtjDrbj"
    "ySJL/Afui4g7+nV8GGsjQVGb/Je4i96/fE+PE27oJw+bqE5XCj6W0ShF04S31T1X1C9e4tcoggKuy2Qryj2JTZtozs"
    "skWmV48VrNeUOAimiJE56Hb5iqKr03XRGt8kFjRETO+mf9mNLZPCDl6CQ+QGTP8WRO8iUKpl/DIva1Eg2NkWabCAyX"
    "r8xy0HIBndNEsmYaLzVuEU6ioWI+s+Pm/zNkKxoIgiMiEBgW/e323O/4KAuO+v4RcmLgskf5B40Ytl2uiGiiqlLsqW"
    "7zzyWVXFgiDNF8ocPtjceMktJteyUI/R/DKEhVtf12XnVvaPjZBA9SHiLhM4dQjOdwEx/c871M/ScRMdXNLupS+Em4"
    "ADpgAAASwoAa8LYM1WTO0UohKKn9k6ore+oYCtXlnK8l+f6WvaItxpwsqjqnp/AiekFlgWt95ofEbe1uRMUC6TWlFW"
    "HpPyqebkoqkoGI8Tl79dIvW/SuxqZN0YGcLqap0nGWNPVfj/6hfYAPe6zYI+6wDRTMinon8+FnsbbjRaKvTKycSxu2"
    "pcZhHnQB+yBr33X1045YurRRJMMj4kCo2zFHrxWEQnM7atSmL4nA0HrWoSuZjfQiXbEXa7ZhH84vcWJbDXOaOIgusJ"
    "6vLsTRcwESbYV0BfRc8RknRv27IfRxRcKV855hMzTftX4qpUyyyVRWliDkby0+2tabe5OFA6X1vHy80zgMWRZJAwS4"
    "D6SJ0fcfH0RfaBBd60/uO5fejoeWs+Yx8iPbYpBZkfK7iOfzA="
)


def turned(quarters: int) -> bytes:
    """Give the sheet as if it were taken with the telephone held in another way.

    Args:
        quarters: turns to the left that bring the stored picture upright; 3 is how it was taken.
    """
    content = bytearray(PHONE)
    content[content.index(b"irot") + 4] = quarters
    return bytes(content)


def that_declares(width: int, height: int) -> bytes:
    """Give a picture whose header says more than there is."""
    content = bytearray(PHONE)
    at = content.index(b"ispe") + 8
    content[at : at + 8] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return bytes(content)

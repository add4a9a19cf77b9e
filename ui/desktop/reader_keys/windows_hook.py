"""The keyboard hook of Windows. Not run yet on a real Windows.

It has a thread of its own: Windows waits for a hook at every key, and drops one that is slow.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import os
    import threading
    from collections import deque
    from collections.abc import Callable, Sequence
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

    from ui.desktop.reader_keys.strokes import Held, KeyKind, KeyStroke, kind_of
    from ui.desktop.reader_keys.windows import KeyMessage

    _KEYBOARD_HOOK, _QUIT = 13, 0x0012
    _UP, _INJECTED, _EXTENDED = 0x80, 0x10, 0x01
    _EXTENDED_PLACES = {0x1C: 104, 0x1D: 105, 0x38: 108, 0x35: 106}
    """The keypad's Enter and slash, the right Ctrl and Alt."""
    _FUNCTION_PLACES = {0x64 + number: 191 + number for number in range(11)} | {0x76: 202}
    """F13 to F24."""
    _LAST_SHARED = 0x58
    """F12. Beyond it X11 counts otherwise."""
    _FOREIGN = 1000
    _MOST = 65_536

    class _Hit(ctypes.Structure):
        _fields_ = (
            ("virtual_key", wintypes.DWORD),
            ("scan_code", wintypes.DWORD),
            ("flags", wintypes.DWORD),
            ("time", wintypes.DWORD),
            ("extra", ctypes.c_size_t),
        )

    _Procedure = ctypes.WINFUNCTYPE(
        ctypes.c_ssize_t, ctypes.c_int, wintypes.WPARAM, wintypes.LPARAM
    )

    class HookedKeyboard:
        """Implements ``WindowsKeyboard``."""

        def __init__(self) -> None:
            self._user = ctypes.WinDLL("user32", use_last_error=True)
            self._user.CallNextHookEx.argtypes = [
                ctypes.c_void_p,
                ctypes.c_int,
                wintypes.WPARAM,
                wintypes.LPARAM,
            ]
            self._user.CallNextHookEx.restype = ctypes.c_ssize_t
            self._user.SetWindowsHookExW.argtypes = [
                ctypes.c_int,
                _Procedure,
                ctypes.c_void_p,
                wintypes.DWORD,
            ]
            self._user.SetWindowsHookExW.restype = ctypes.c_void_p
            self._user.GetForegroundWindow.restype = wintypes.HWND
            self._user.GetWindowThreadProcessId.argtypes = [
                wintypes.HWND,
                ctypes.POINTER(wintypes.DWORD),
            ]
            self._user.GetFocus.restype = wintypes.HWND
            self._module = ctypes.WinDLL("kernel32").GetModuleHandleW
            self._module.argtypes, self._module.restype = [wintypes.LPCWSTR], ctypes.c_void_p
            self._process = os.getpid()
            self._user.UnhookWindowsHookEx.argtypes = [ctypes.c_void_p]
            self._user.PostMessageW.argtypes = [
                wintypes.HWND,
                wintypes.UINT,
                wintypes.WPARAM,
                wintypes.LPARAM,
            ]
            self._end = int(self._user.RegisterWindowMessageW("TramMotCuaEndOfPost"))
            self._hits: deque[KeyStroke] = deque(maxlen=_MOST)
            self._held = Held.NONE
            self._procedure = _Procedure(self._on_key)  # lives as long as the hook
            self._thread_id = 0
            self._started = threading.Event()
            self._thread = threading.Thread(target=self._run, name="keyboard hook", daemon=True)
            self._thread.start()
            self._started.wait()

        def hit(self) -> Sequence[KeyStroke]:
            return [self._hits.popleft() for _ in range(len(self._hits))]

        def post(self, messages: Sequence[KeyMessage]) -> None:
            for one in messages:
                self._user.PostMessageW(one.window, one.kind, one.first, one.second)
            self._user.PostMessageW(self._user.GetFocus(), self._end, 0, 0)

        def is_end_of_post(self, kind: int) -> bool:
            return kind == self._end

        def close(self) -> None:
            self._user.PostThreadMessageW(self._thread_id, _QUIT, 0, 0)
            self._thread.join(2)

        def _run(self) -> None:
            self._thread_id = threading.get_native_id()
            hook = self._user.SetWindowsHookExW(
                _KEYBOARD_HOOK, self._procedure, self._module(None), 0
            )
            self._started.set()
            message = wintypes.MSG()
            while self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                pass
            self._user.UnhookWindowsHookEx(hook)

        def _on_key(self, code: int, kind: int, address: int) -> int:
            if code == 0:
                hit = _Hit.from_address(address)
                if not hit.flags & _INJECTED:
                    stroke = self._stroke(hit)
                    if self._is_ours():
                        self._hits.append(stroke)
            return int(self._user.CallNextHookEx(None, code, kind, address))

        def _is_ours(self) -> bool:
            """Tell whether a key goes to this program. What is typed into others, passwords too,
            is not noted; and what a reader typed there must not arrive here later."""
            process = wintypes.DWORD()
            front = self._user.GetForegroundWindow()
            self._user.GetWindowThreadProcessId(front, ctypes.byref(process))
            return process.value == self._process

        def _stroke(self, hit: _Hit) -> KeyStroke:
            scan_code = int(hit.scan_code)
            place = scan_code + 8
            if hit.flags & _EXTENDED:
                place = _EXTENDED_PLACES.get(scan_code, _FOREIGN + place)
            elif scan_code > _LAST_SHARED:
                place = _FUNCTION_PLACES.get(scan_code, _FOREIGN + place)
            pressed = not hit.flags & _UP
            modifier = {
                KeyKind.SHIFT: Held.SHIFT,
                KeyKind.CONTROL: Held.CONTROL,
                KeyKind.ALT: Held.ALT,
            }.get(kind_of(place), Held.NONE)
            before = self._held
            self._held = before | modifier if pressed else before & ~modifier
            return KeyStroke(pressed, place, int(hit.time), before)

    class MessageFilter(QAbstractNativeEventFilter):
        """Stands before everything that Qt does with the messages of Windows."""

        def __init__(self, take: Callable[[KeyMessage], bool]) -> None:
            super().__init__()
            self._take = take

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> tuple[bool, int]:
            if kind != b"windows_generic_MSG":
                return False, 0
            told = wintypes.MSG.from_address(int(message))
            one = KeyMessage(
                int(told.hWnd or 0), int(told.message), int(told.wParam), int(told.lParam)
            )
            return self._take(one), 0

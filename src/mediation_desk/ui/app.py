"""Making the application: language, typefaces, input method, look. Lean, as the window waits for it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mediation_desk.reference.language import CHINESE, _, chosen
from mediation_desk.ui.composing import Composing
from mediation_desk.ui.focus import keep_in_sight
from mediation_desk.ui.look.fonts import register
from mediation_desk.ui.look.look import look
from mediation_desk.ui.reveal import RevealKey

log = logging.getLogger("mediation_desk.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(argv: Sequence[str], *, fonts: Path | None = None) -> QApplication:
    """The one ``QApplication``, dressed and speaking the chosen language. ``fonts`` is a folder other than our own."""
    for name, value in input_method(os.environ, _plugins()).items():
        os.environ[name] = value
    qInstallMessageHandler(_heard)
    QGuiApplication.setApplicationDisplayName(_("Mediation Desk"))
    app = QApplication(list(argv))
    dress(app, fonts=fonts)
    QTimer.singleShot(0, app, lambda: listen(app))  # after the first paint: nobody types before it
    return app


def prepare(app: QApplication, *, fonts: Path | None = None) -> None:
    """Make an application ready that is there already."""
    dress(app, fonts=fonts)
    listen(app)


def dress(app: QApplication, *, fonts: Path | None = None) -> None:
    """Style, language and typefaces."""
    app.setApplicationName("mediation-desk")
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    if chosen() == CHINESE:
        speak_chinese(app)
    register(fonts)
    look().follow_system()
    look().apply()


def listen(app: QApplication) -> None:
    """Follow the keyboard: input methods, the key that shows numbers, and what has the focus kept in sight."""
    app.focusChanged.connect(keep_in_sight)
    Composing(app)
    RevealKey(app)


def speak_chinese(app: QApplication) -> None:
    """Put Qt's own buttons and menus into Chinese."""
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def input_method(environment: Mapping[str, str], plugins: Sequence[str]) -> MutableMapping[str, str]:
    """What to set so that Chinese can be typed on Linux.

    Qt's own build speaks ibus and not fcitx; fcitx answers to ibus as well. So where fcitx is asked for and no plugin
    of it is there, ask for ibus.
    """
    if not sys.platform.startswith("linux"):
        return {}
    wanted = environment.get("QT_IM_MODULE", "")
    if not wanted and environment.get("XMODIFIERS", "").startswith("@im=fcitx"):
        wanted = "fcitx"
    if wanted.startswith("fcitx") and not any("fcitx" in plugin for plugin in plugins):
        return {"QT_IM_MODULE": "ibus"}
    return {}


def _plugins() -> list[str]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return [file.name for file in folder.glob("*")] if folder.is_dir() else []


def _heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own remarks go to the log: by category only beyond warnings, as their words are Qt's, never ours."""
    log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "qt", message)

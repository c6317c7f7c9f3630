"""A window that tests take one after the other, each as if it were new.

Opening another window takes as much processor time as loading four pages. What a test listens with goes on hearing:
a test that counts must have a list of its own.
"""

from typing import Any

from playwright.sync_api import Browser, Error, Page

SIZE = {"width": 1280, "height": 720}

#: Whether a test has set or stopped the clock: no driver can take that back, and pages that wait would wait for ever.
OTHER_CLOCK = "!Function.prototype.toString.call(Date).includes('[native code]')"


class Window:
    """One window of *browser*, whose context has the *options*; it is opened when it is first taken."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self._browser, self._options = browser, options
        self._opened: Page | None = None

    def take(self) -> Page:
        """Return the page in the window."""
        if self._opened is None:
            self._opened = self._browser.new_context(viewport=SIZE, **self._options).new_page()  # type: ignore[arg-type]
        return self._opened

    def renew(self) -> None:
        """Forget what a test has done to the window; where that fails, the next test gets another."""
        if self._opened is None:
            return
        page = self._opened
        try:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            page.unroute_all(behavior="ignoreErrors")
            page.goto("about:blank")
            if page.evaluate(OTHER_CLOCK):
                self.close()
                return
            page.set_viewport_size(SIZE)  # type: ignore[arg-type]
            page.emulate_media(media="null", color_scheme="null", forced_colors="null", reduced_motion="null")
            page.mouse.move(0, 0)
            page.context.clear_cookies()
            session = page.context.new_cdp_session(page)
            session.send("Network.clearBrowserCache")
            session.detach()  # a second session would undo what the first emulates
        except Error:
            self.close()

    def close(self) -> None:
        """Close the window."""
        if self._opened is not None:
            self._opened.context.close()
            self._opened = None

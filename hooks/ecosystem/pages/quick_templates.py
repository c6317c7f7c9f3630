"""Jinja without what our templates do not need and every call, output and import pays for.

Jinja asks before each call whether what is called wants the context, makes markup of markup at each output, and
compares globals at each import. Our functions take what they are given, everything is escaped, and all globals are
those of the environment.
"""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ecosystem.ground.uses import Use, note, note_all, recorded

#: So many texts are kept as they are escaped: the words of the interface, the names of regions and of choices.
_KEPT: Final = 1 << 12


class _Context(Context):
    """A context that calls functions at once."""

    def call(  # the names are Jinja's: its compiled templates hand the last two over by them
        __self,  # noqa: N805
        __obj: Callable[..., Any],
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """Return what *__obj* answers."""
        return __obj(*args, **kwargs)


class _Macro(Macro):
    """A macro that is called at once where arguments are given by their places; the last ones may be left out."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._takes_more = self.catch_kwargs or self.catch_varargs or self.caller or not self._default_autoescape

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return the macro's markup."""
        left_out = self._argument_count - len(args)
        if kwargs or self._takes_more or left_out < 0:
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args, *(missing,) * left_out))


class _Template(Template):
    """A template that makes the macros it lends to others once, and puts finished markup out as it is."""

    #: What it lends, with what making that used: whoever borrows uses it too.
    _lent: tuple[TemplateModule, frozenset[Use]] | None = None

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace.update(escape=_escaped, Macro=_Macro)
        return super()._from_namespace(environment, namespace, globals)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._lent is None:
            with recorded() as uses:
                module = super()._get_default_module()
            self._lent = module, frozenset(uses)
        module, used = self._lent
        note_all(used)
        return module


class QuickEnvironment(Environment):
    """An environment for templates that are escaped, whose globals are complete before the first of them is loaded.

    Each template that a document asks for is noted.
    """

    template_class = _Template
    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Return the template called *name*. A page asks for those that it imports from, by the same few names."""
        if isinstance(name, Template):
            return name
        note("template", name)
        if globals is not None or self.auto_reload:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template in one: Jinja copies them at every rendering, and a chain slowly."""
        return {**self.globals, **(d or {})}


def _escaped(value: object) -> str:
    if type(value) is Markup:
        return value
    return _escaped_text(value) if type(value) is str else escape(value)


@lru_cache(_KEPT)
def _escaped_text(text: str) -> str:
    return escape(text)

"""Templates without Jinja's questions: the same markup, and each macro kept apart."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from ecosystem.interface import choice_key
from ecosystem.model.member import MemberKind
from ecosystem.model.network import NetworkKind
from ecosystem.render.quick_templates import QuickEnvironment, kept

LENT = """{% macro plain(a, b="<b>") %}[{{ a }}|{{ b }}]{% endmacro %}
{% macro around(a) %}({{ a }}{{ caller() }}){% endmacro %}"""
PAGE = """{% from "lent" import plain, around %}{{ plain(x) }}{{ plain(x, "&") }}{{ plain(b=1, a=2) }}
{% call around(x) %}{{ x }}{% for n in (1, 2) %}{{ plain(n) }}{% endfor %}{% endcall %}{{ plain(plain(x)) }}"""


def environment(kind: type[Environment]) -> Environment:
    templates = {"lent": LENT, "page": PAGE, "broken": "{{ nothing }}", "more": PAGE + "{{ plain(1, 2, 3) }}"}
    return kind(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, auto_reload=False)


def test_the_markup_is_jinjas_own() -> None:
    x = "<i>&\"'</i>"
    assert environment(QuickEnvironment).get_template("page").render(x=x) == (
        environment(Environment).get_template("page").render(x=x)
    )


def test_what_is_wrong_is_still_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment(QuickEnvironment).get_template("broken").render()
    with pytest.raises(TypeError, match="not more than 2"):
        environment(QuickEnvironment).get_template("more").render(x=1)


def test_a_kept_macro_is_worked_out_once_for_the_same_arguments() -> None:
    asked: list[object] = []

    def macro(*arguments: object) -> str:
        asked.append(arguments)
        return str(len(asked))

    answer = kept(macro)
    assert [answer("a"), answer("b"), answer("a")] == ["1", "2", "1"]


def test_values_of_two_choices_that_are_equal_texts_have_names_of_their_own() -> None:
    assert MemberKind.ASSOCIATION.value == NetworkKind.ASSOCIATION.value
    assert choice_key(MemberKind.ASSOCIATION) != choice_key(NetworkKind.ASSOCIATION)

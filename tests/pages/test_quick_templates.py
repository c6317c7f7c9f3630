"""Templates without Jinja's questions: the same markup, each macro kept apart, and every use noted."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from ecosystem.ground.uses import note, recorded
from ecosystem.kinds.members.model import MemberKind
from ecosystem.kinds.networks.model import NetworkKind
from ecosystem.pages.quick_templates import QuickEnvironment
from ecosystem.words.interface import choice_key

LENT = """{% macro plain(a, b="<b>") %}[{{ a }}|{{ b }}]{% endmacro %}
{% macro around(a) %}({{ a }}{{ caller() }}){% endmacro %}"""
PAGE = """{% from "lent" import plain, around %}{{ plain(x) }}{{ plain(x, "&") }}{{ plain(b=1, a=2) }}
{% call around(x) %}{{ x }}{% for n in (1, 2) %}{{ plain(n) }}{% endfor %}{% endcall %}{{ plain(plain(x)) }}"""


def environment(kind: type[Environment], **more: str) -> Environment:
    templates = {"lent": LENT, "page": PAGE, "broken": "{{ nothing }}", "more": PAGE + "{{ plain(1, 2, 3) }}", **more}
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


def test_each_page_uses_what_was_used_to_make_what_it_imports() -> None:
    quick = environment(
        QuickEnvironment,
        words='{% set heading = say("a") %}{% macro shown() %}{{ heading }}{{ say("b") }}{% endmacro %}',
        below='{% from "words" import shown %}{% macro twice() %}{{ shown() }}{{ shown() }}{% endmacro %}',
        one='{% from "below" import twice %}{{ twice() }}',
        other='{% from "below" import twice %}',
    )

    def say(key: str) -> str:
        note("word", key)
        return key

    quick.globals["say"] = say
    used = []
    for name in ("one", "one", "other"):
        with recorded() as uses:
            quick.get_template(name).render()
        used.append(uses)
    lent = {("template", "below"), ("template", "words"), ("word", "a")}
    assert used[0] == used[1] == {("template", "one"), ("word", "b"), *lent}
    assert used[2] == {("template", "other"), *lent}


def test_values_of_two_choices_that_are_equal_texts_have_names_of_their_own() -> None:
    assert MemberKind.ASSOCIATION.value == NetworkKind.ASSOCIATION.value
    assert choice_key(MemberKind.ASSOCIATION) != choice_key(NetworkKind.ASSOCIATION)

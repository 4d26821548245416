"""Templates that want what no template should have; also read by ``benchmarks/templates.py``."""

REACHING: dict[str, str] = {
    "globals of a function": "{{ say.__globals__ }}",
    "globals of a filter": "{{ ('x'|attr('upper')).__globals__ }}",
    "attr filter": "{{ say|attr('__globals__') }}",
    "map attribute": "{{ [say]|map(attribute='__globals__')|first }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "item for attribute": "{{ ''['__class__'] }}",
    "joined name": "{{ ''['__cla' ~ 'ss__'] }}",
    "mro of a type": "{{ ''|attr('__class__')|attr('mro') }}",
    "undefined": "{{ missing.__class__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "self of the template": "{{ self._TemplateReference__context }}",
    "environment of the context": "{{ self|attr('_TemplateReference__context') }}",
    "macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "loop": "{% for a in [1] %}{{ loop._iterator.__class__ }}{% endfor %}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "joiner": "{{ joiner.__init__.__globals__.os }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "attribute of a namespace": "{% set n = namespace() %}{{ n.__class__ }}",
    "format": "{{ '{0.__class__.__mro__}'.format('') }}",
    "format of a filter": "{{ '{0.__class__}'|attr('format')('') }}",
    "format map": "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "format kept": "{% set f = '{0.__class__}'.format %}{{ f('') }}",
    "format mapped": "{{ (['{0.__class__}']|map('attr', 'format')|first)('') }}",
    "format in markup": "{{ ('{0.__class__}'|safe).format('') }}",
    "generator": "{{ (range(3)|map('string')).gi_frame }}",
    "import": "{% import 'os' as os %}",
    "import of a module": "{% from 'os' import system %}",
    "builtins": "{{ __builtins__ }}",
    "open": "{{ open('/etc/passwd').read() }}",
    "debug": "{% debug %}",
    "do": "{% do view.append(1) %}",
    "change a list": "{% set a = [1] %}{{ a.append(2) }}",
    "change a mapping": "{% set a = {} %}{{ a.update({'b': 1}) }}",
}
"""What asks for a way to Python: each is refused. The keys say what is tried."""

FILES: dict[str, str] = {
    "above": "{% include '../../etc/passwd' %}",
    "far above": "{% include '../../../../../../../../etc/passwd' %}",
    "in the middle": "{% include 'dashboard/../../secret.txt' %}",
    "absolute": "{% include '/etc/passwd' %}",
    "absolute, own": "{% include secret %}",
    "as a module": "{% import '/etc/passwd' as a %}",
    "as a base": "{% extends '/etc/passwd' %}",
    "backslashes": r"{% include '..\\secret.txt' %}",
    "drive": "{% include 'C:/Windows/win.ini' %}",
    "zero byte": "{% include 'a\0b' %}",
    "folder": "{% include '.' %}",
    "empty": "{% include '' %}",
    "web": "{% include 'http://127.0.0.1:9/a' %}",
}
"""What asks for a file outside the folders of templates."""

ENDLESS: dict[str, str] = {
    "loops in loops": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
        "{% endfor %}{% endfor %}{% endfor %}"
    ),
    "a power in one call": "{{ (10**9) ** (10**9) }}",
    "digits of a number": "{% set n = 7 ** 9999999 %}{{ n|string|length }}",
    "a tree of macros": (
        "{% macro a(n) %}{% if n %}{{ a(n-1) }}{{ a(n-1) }}{% endif %}{% endmacro %}{{ a(60) }}"
    ),
    "lists in lists": (
        "{% set n = namespace(x=['lol']) %}{% for i in range(40) %}"
        "{% set n.x = [n.x, n.x, n.x, n.x] %}{% endfor %}{{ n.x }}"
    ),
    "a filter": "{{ ('x ' * 10**7)|wordwrap(1)|wordwrap(1)|wordwrap(1) }}",
    "a filter of loops": "{{ [1]|slice(10**10)|list }}",
}
"""What would not end, or not soon. Some of it also wants memory."""

BOUNDLESS: dict[str, str] = {
    "times": "{{ 'x' * 10**10 }}",
    "doubled text": (
        "{% set n = namespace(x='xxxxxxxx') %}"
        "{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    ),
    "doubled list": (
        "{% set n = namespace(x=[1]) %}"
        "{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}"
    ),
    "center": "{{ 'x'|center(10**10) }}",
    "indent": "{{ 'a\nb'|indent(10**10) }}",
    "format filter": "{{ '%10000000000d'|format(1) }}",
    "str.format": "{{ '{:10000000000}'.format(1) }}",
    "ljust": "{{ 'x'.ljust(10**10) }}",
    "join": "{% set s = 'x' * 10**6 %}{{ (['y'] * 10**6)|join(s) }}",
    "replace": "{% set s = 'x' * 10**6 %}{{ s|replace('x', s) }}",
    "batch": "{{ [1]|batch(10**10, 0)|list }}",
    "sort": "{{ (range(99999)|list * 99999)|sort|length }}",
    "output": "{% for i in range(99999) %}{{ 'x' * 99999 }}{% endfor %}",
}
"""What wants more memory than there is for it."""

DEEP: dict[str, str] = {
    "macro": "{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
    "include": "{% include 'budget.md.j2' %}",
    "extends": "{% extends 'budget.md.j2' %}",
    "loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "brackets": "{{ " + "(" * 50000 + "1" + ")" * 50000 + " }}",
    "lists": "{{ " + "[" * 50000 + "]" * 50000 + " }}",
    "not": "{{ " + "not " * 50000 + "1 }}",
    "plus": "{{ " + "1+" * 50000 + "1 }}",
    "if": "{% if 1 %}" * 5000 + "{% endif %}" * 5000,
    "for": "{% for a in [1] %}" * 200 + "{% endfor %}" * 200,
    "range": "{% for a in range(10**9) %}{% endfor %}",
}
"""What is nested too deep, or refused by its size."""

TYPST: dict[str, tuple[str, str]] = {
    "file": ('#read("/etc/passwd")', "file not found"),
    "file above": ('#read("../../../../etc/passwd")', "escape the project root"),
    "link": ('#read("link.typ")', "link out of the folder"),
    "picture of the web": ('#image("http://127.0.0.1:9/a.png")', "file not found"),
    "package": ('#import "@preview/cetz:0.2.2"', "failed to download package"),
    "hidden package": ('#let p = "@pre" + "view/cetz:0.2.2"\n#import p: *', "failed to download"),
    "endless": ("#while true {}", "condition is always true"),
    "deep": ("#{let f(n) = f(n + 1); f(1)}", "maximum function call depth"),
    "loops": ("#for a in range(999999) {for b in range(999999) {let c = a}}", "not filled within"),
    "text": ('#{"x" * 100000000000}', "need more than"),
}
"""Typst templates, and what each is told."""

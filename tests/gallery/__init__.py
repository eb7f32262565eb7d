"""The gallery: the whole product on show, for transcripts to read and renderers to draw.

- ``exhibits``: the cards and forms that are looked at, each a step as one person sees it;
- ``worlds``: the programme in the middle of its life, and the moments it cannot show at once;
- ``scenes``: what is come upon only by doing several things, by chapter;
- ``tour``: goes through all of it, types every command, presses every button, sends in every form;
- ``book``: writes down what was seen, a file for each chapter and language in ``cards``.

How to read the files: ``--- step · person ---`` begins a card, ``--- words · world ---`` a scene;
``#`` is a title, ``»`` what comes next. ``[Label] stored.action value → name`` is a button and what
pressing it shows; ``below`` is written out after the card, under ``>``. A form's fields begin with
their stored names.

How to add something: a command, and the steps it leads to, are found without any list. A step that
arrives by itself, or another look of one, is one line in ``exhibits``; a sentence that only comes
after several things is a function in ``scenes``. Then ``python3 deploy/run.py record``.
"""

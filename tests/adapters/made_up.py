"""Cards and forms that Hypothesis makes up, hostile words in every place."""

from hypothesis import strategies as st

from bot.messages.card import (
    Block,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Quote,
    Style,
    Text,
)
from bot.messages.form import Choice, DateInput, Form, Option, Switch, TextInput

HOSTILE = (
    "<!channel> <!here|now> <!everyone>",
    "<@U024BE7LH> <#C024BE7LR|general> <!subteam^S012|team>",
    "<https://example.org|click here> https://example.org mailto:a@b.c",
    "*b* _i_ ~s~ `c` ```code``` > quote",
    ":tada: &amp; &lt;b&gt; &#x3c;",
    "\u202eevil\u202c \u200b@here @channel @everyone",
    "<at>Ana</at> [a](https://x.example) {{DATE(2026-01-01T00:00:00Z)}}",
)

signs = st.characters(codec="utf-8", exclude_characters="\0")
"""All but the one that no keyboard has and no Markdown holds."""
typed = st.one_of(st.sampled_from(HOSTILE), st.text(signs, max_size=200))
"""What somebody may have typed."""
labels = st.one_of(st.sampled_from(HOSTILE), st.text(signs, max_size=60)).filter(str.strip)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, typed),
    st.builds(Heading, typed),
    st.builds(Quote, typed, typed),
    st.builds(Facts, st.lists(st.tuples(typed, typed), max_size=3).map(tuple)),
    st.builds(Bullets, st.lists(typed, max_size=3).map(tuple)),
    st.builds(lambda title, label: Chart(title, (label,), (1.0,)), typed, typed),
)
cards = st.builds(
    Card,
    title=typed,
    body=st.lists(blocks, max_size=5).map(tuple),
    buttons=st.lists(
        st.builds(
            Button, labels, st.just("a.b.c"), st.text(max_size=20), typed, st.sampled_from(Style)
        ),
        max_size=4,
    ).map(tuple),
    next=typed,
)


def a_form(text: str) -> Form:
    """Return a form that holds a text in every place there is."""
    options = tuple(Option(f"v{number}", text) for number in range(7))
    return Form(
        title=text,
        intro=text,
        submit=text,
        action="a.b",
        subject="subject",
        inputs=(
            TextInput(name="free", label=text, hint=text, value=text, long=True),
            Choice(name="one", label=text, options=options[:3], values=("v1",)),
            Choice(name="some", label=text, options=options, most=3, values=("v1", "v2")),
            DateInput(name="day", label=text, value="2026-12-01"),
            Switch(name="on", label=text, hint=text, on=True),
        ),
    )

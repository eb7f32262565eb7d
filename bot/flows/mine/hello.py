"""The greeting: whoever says hello is told what to do next."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, finish
from bot.conversation.turn import Turn
from bot.domain.people import Role

flow = Flow("hello", roles=EVERYBODY, chapter=Chapter.EVERYBODY)


@flow.command("hello", "bonjour")
def hello(turn: Turn) -> Next:
    """Greet whoever brought the app in, or says hello; each is told what to do next."""
    if Role.COORDINATOR in turn.person.roles:
        if turn.work.programmes.running() is not None:
            return finish(turn.card("help-hello-coordinator", commands=("admin", "help")))
        return finish(turn.card("help-hello-first", commands=("programme", "help")))
    if not turn.work.people.coordinators():
        return finish(turn.card("help-hello-nobody", commands=("who-sees", "help")))
    return finish(turn.card("help-hello", commands=("status", "who-sees", "help")))

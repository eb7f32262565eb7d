"""The dress rehearsal: a whole programme played by personas on a moved clock, before anybody real.

Everything is the real thing (engine, schedule, outbox, store, cards) except the people and the
clock. Personas see only what a person would see and answer with the gestures of the chat page;
the observer watches every message, every answer and every change of state.
"""

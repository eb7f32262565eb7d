"""Microsoft Teams on loopback: connector, Entra, signing keys, and the people who use it.

One FakeTeams (``fake.server``) is the whole cloud: two tenants, the service the bot writes to, the
endpoints it fetches tokens and keys from, and persons who type, press and fill in. It does what
the documentation and earlier measurements say that the real one does; time is that of the Clock a
test moves, and a wrong message is refused and kept in ``faults``.
"""

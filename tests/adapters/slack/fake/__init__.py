"""A Slack of our own on loopback: strict where public emulators are lenient.

What it does and where each rule comes from is said beside the rule. It is no proof of what
slack.com does; it is what the documentation, the SDKs' sources and others' reports say. Its time
is a Clock that the test moves.
"""

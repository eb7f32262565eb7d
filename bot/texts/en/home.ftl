# The page of one's own, where a platform has one.
home-rights =
    Here you see what is kept about you, and change what you told me. Nobody else sees this page.
    .title = Your settings and your data
    .profile = My profile
    .lang = Language
    .who-sees = Who sees what
    .my-data = What is kept about me
    .report = Someone outside to talk to
    .help = What I can type

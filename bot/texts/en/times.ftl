# Moments to meet, offered as buttons.
times-more = Other times
times-open = The times you each gave do not overlap, so these moments simply lie in the working hours of both.
times-nearest = Your working hours never meet, so these moments are the nearest: one of you starts early or ends late.
times-gone = That moment is no longer free for both of you, so nothing was changed. Type “plan” to see others.

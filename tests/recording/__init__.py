"""Files that are made from the code and kept beside it, so that a change of them is seen.

``python3 deploy/run.py record`` makes all of them anew; ``tests/test_recorded.py`` fails as long as
one that is kept is not what the code makes.
"""

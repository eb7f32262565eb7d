"""The pages say what is true: their links, names, commands and counts are held to the code."""

"""The review as a file: what a coordinator sees in chat, for a spreadsheet."""

"""One module a command, named as the command: parse, call one service, print."""

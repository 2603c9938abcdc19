"""The commands, each the function of its name in a module of its own. What a command needs is
imported when it runs: start-up time is a feature."""

"""The commands, a module each: parse, call, print. Heavy modules are imported when called."""

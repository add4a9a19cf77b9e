"""Every page in every state, with invented data: to be looked at, and drawn for the tests."""

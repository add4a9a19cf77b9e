"""The devices page: what is connected, how it is, and what to do where it is not well."""

"""The queue of digitised copies that wait for the office's signature ("ký sao y")."""

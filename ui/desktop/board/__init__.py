"""The supervisor's board: what needs somebody, then how the day runs."""

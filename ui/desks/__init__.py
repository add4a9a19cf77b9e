"""What one officer can do at an open station, by subject: acts and questions, their ports bound."""

"""SQLAlchemy storage on SQLite and PostgreSQL."""

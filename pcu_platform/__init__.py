"""What holds the apps together: settings, URLs, officers and their roles, Celery, the embedded servers."""

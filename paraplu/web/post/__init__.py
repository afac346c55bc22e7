"""Mail without personal data: a link, a day and a sentence, queued with the work it is about."""

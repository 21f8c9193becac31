"""Files that people hand in: checked by what is in them, kept by their digest, given back as downloads only.

`checks.checked` looks a file over, `storage` keeps it, `uploads.received` takes it from a request, `answers.download`
gives it back, `sheets` reads tables out of it in two steps.
"""

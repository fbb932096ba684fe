# DMARC is strict, its text is in two parts, and reports are asked for.
# starts: solved
# verdict: done
# visitor: Mail comes, and what only claims to be from the domain is refused.
# lesson: The parts of a text are one text to whoever asks.
# finding: holds | dmarc
put_record _dmarc.{{ domain }} TXT \
  '"v=DMARC1; p=quarantine; " "rua=mailto:reports@{{ domain }}; adkim=s"'

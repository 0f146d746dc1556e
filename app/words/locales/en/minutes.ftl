### minutes

# Share roll
share-roll-door = Door
share-roll-owner = Owner
share-roll-basis = Basis
share-roll-weight = Coefficient
share-roll-due = Share
share-roll-relief = Relief
share-roll-paid = Paid
share-roll-agreed = Agreed
share-roll-paid-on = Paid on
share-roll-signature = Signature
share-roll-total = Total
share-roll-unit = Amounts in yuan
share-roll-pages = Page { $page } of { $pages }
share-roll-sheet = Share roll

# A paper cannot be written
paper-error-amount = An amount is too large for a workbook to keep exactly, so no file was written. Check the amounts.
paper-error-code = The text is too long for a QR code, so no file was written. Send the log to those who maintain the program.
paper-error-format = The file could not be written; everything of the meeting is kept. Try again, or choose another format.

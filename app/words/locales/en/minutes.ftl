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

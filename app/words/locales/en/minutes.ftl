### minutes

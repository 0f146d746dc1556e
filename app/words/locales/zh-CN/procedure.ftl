### procedure

### figures

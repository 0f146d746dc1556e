### rules
# The page of voting rules
rules-id-shipped = the id { $id } belongs to a rule that comes with the program; take another
rules-file-problem = { $file }: { $problem }; this rule was not adopted, mend the file and read it again

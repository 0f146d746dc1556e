### import

# Columns
import-field-door = Door
import-field-owner = Owner
import-field-area = Area
import-field-residents = Residents
import-field-floor = Floor
import-field-phone = Phone
import-field-note = Note
import-field-owner-id = Owner number
import-field-building = Building
import-field-stair = Stair
import-field-kind = Use
import-field-area-source = Area from
import-field-delivered = Delivered
import-field-developer = Developer

# The file gives no roll
import-error-unreadable = This file cannot be read; it may not have been saved completely. Open it in Excel or WPS, save it as .xlsx and import it again. The roll is unchanged.
import-error-empty = There is nothing in this file. Check that it is the right one. The roll is unchanged.
import-error-password = This workbook opens only with a password. Remove the password in Excel or WPS, save it and import it again. The roll is unchanged.
import-error-legacy = This is an old .xls file and cannot be read. Open it in Excel or WPS, save it as .xlsx and import it again. The roll is unchanged.
import-error-other-type = This file is not a table; only .xlsx and .csv can be imported. Open it in Excel or WPS, save it as .xlsx and import it again. The roll is unchanged.
import-error-encoding = The text encoding of this file is not known. Open it in Excel or WPS, save it as .xlsx and import it again. The roll is unchanged.
import-error-no-door = No column of doors was found. The headings in row { $row } are: { $headings }. Say which column holds the doors, or call its heading "door". The roll is unchanged.
import-error-no-headings = No headings were found, so no column of doors either. Write a row of headings above the table, one of them "door". The roll is unchanged.
import-error-too-large = This file is larger than { $limit } MB. Keep only the sheet with the roll, save it and import it again. The roll is unchanged.
import-error-too-many-rows = This sheet is used down to row { $row }; at most { $limit } rows are read. Delete the rows that are not part of the roll and import it again. The roll is unchanged.
import-error-too-many-columns = This sheet is used up to column { $column }; at most { $limit } columns are read. Delete the columns you do not need and import it again. The roll is unchanged.
import-error-no-such-sheet = This sheet or row is not in the file; it may have changed meanwhile. Choose the file again. The roll is unchanged.

# The sheet as a whole
import-no-area-column = There is no column of areas: every area will be "not known", and votes and shares by area need them first
import-no-owner-column = There is no column of owners: the units will have no owner yet

# Punctuation
import-list-comma = {", "}
import-list-semicolon = {"; "}
import-owner-unnamed = (no name)

# Each row
import-row = Row { $row }
import-skip-title = Title, skipped
import-skip-head = Headings again, skipped
import-skip-blank = Skipped
import-skip-sum = Sum, skipped
import-skip-footnote = Remark below the table, skipped
import-read-unit = Area read as { $value }
import-read-full-width = Full-width digits, read as { $value }
import-read-thousands = "{ $written }" read as { $value }
import-read-rounded = "{ $written }" rounded, read as { $value }
import-read-residents = Residents read as { $value }
import-read-floor = Floor read as { $value }
import-read-door = Door read as { $value }
import-undelivered = Not delivered: { $developer } votes
import-undelivered-by-nobody = Not delivered, no developer named
import-undelivered-together = { $count } not delivered: { $doors }. { $developer } votes for them, as one head
import-undelivered-needs-developer = { $count } not delivered and no developer named: { $doors }. Their owners vote for now; add a column "Developer", or name one on the roll page after the import
import-doors-and-more = { $doors } …
import-large-headline = { $door }: area { $value } ㎡
import-large-stair = Read as { $value }, { $times } times the usual on this stair
import-large-stair-advice = { $times } times the usual on this stair; it is taken as written, please check the deed
import-large-building = Read as { $value }, { $times } times the usual in this building
import-large-building-advice = { $times } times the usual in this building; it is taken as written, please check the deed
import-large-roll = Read as { $value }, { $times } times the usual
import-large-roll-advice = { $times } times the usual in this sheet; it is taken as written, please check the deed
import-no-door = No door
import-no-door-headline = { $owner } has no door
import-no-door-advice = The door cell is empty; fill it in and import again
import-door-date = The door became a date
import-door-date-headline = The door became the date { $found }
import-door-date-advice = Set the door column to "text", type the doors again and import again
import-duplicate = Same door as row { $row }
import-duplicate-headline = Door { $door } stands twice
import-duplicate-advice = Row { $row } is { $first }, this one is { $owner }, and the areas differ; correct one of them and import again
import-duplicate-same-area-advice = Row { $row } is { $first }, this one is { $owner }; choose "co-owner" if both own it, else correct the sheet
import-no-area = No area
import-no-area-headline = { $door } has no area
import-no-area-advice = The area cell is empty; fill it in, or choose "area not known" to import it now
import-area-headline = { $door }: the area is { $found }
import-negative-area = The area is negative
import-negative-area-advice = An area is more than 0; correct it and import again
import-zero-area = The area is 0
import-zero-area-advice = An area is more than 0; leave the cell empty if it is not known
import-wordy = "{ $found }" is no number
import-wordy-area-headline = { $door }: the area says "{ $found }"
import-wordy-area-advice = Write it as a number, such as 56.38
import-area-too-large = The area is too large
import-area-too-large-advice = More than a square kilometre, most likely a missing decimal point; correct it and import again
import-bad-residents = Residents "{ $found }" is no number
import-bad-residents-headline = { $door }: the residents say "{ $found }"
import-bad-residents-advice = Write a whole number, such as 3, or leave it empty
import-bad-floor = Floor "{ $found }" is no floor
import-bad-floor-headline = { $door }: the floor says "{ $found }"
import-bad-floor-advice = Write a whole number, such as 3, or -1 for the first basement, or leave it empty
import-bad-source = Area source "{ $found }" is not known
import-bad-source-headline = { $door }: the area source says "{ $found }"
import-bad-source-advice = Write register, survey or contract, or leave it empty
import-bad-delivery = Delivery "{ $found }" is not understood
import-bad-delivery-headline = { $door }: delivery says "{ $found }"
import-bad-delivery-advice = Write "yes" or "no", or leave it empty

# One owner
import-same-owner = { $name } has { $count } units: one head, areas added
import-same-owner-by-phone = { $doors }: same name and same phone; please confirm that this is one person
import-same-owner-by-id = { $doors }: owner number { $id }; please confirm that this is one person

# The refused rows as a table
import-csv-row = Original row
import-csv-problem = Why refused
import-csv-advice = What to do

### procedure
## Why a procedure did not do what was asked: what, what was kept, what to do.
procedure-refused = { $message }
procedure-too-slow = This procedure took too long and was stopped. The meeting goes on and nothing was lost; try with less data, or another procedure
procedure-too-much-memory = This procedure wanted too much memory and was stopped. The meeting goes on and nothing was lost; try with less data, or another procedure
procedure-broken = This procedure failed and the step was not recorded. The meeting goes on and nothing was lost; try again, or send the details to its author
procedure-invalid = What this procedure handed over breaks the rules at { $path } and was not taken. Nothing was lost; send the details to its author
procedure-unfit = This file is no procedure this version can use, and was not loaded. Ask its supplier for one that fits this version
## Settings.
procedure-setting-unknown = This procedure has no setting { $id }; check the name
procedure-setting-missing = This procedure needs the setting { $id } first
procedure-setting-not-text = The setting { $id } takes text and cannot be “{ $text }”
procedure-setting-not-flag = The setting { $id } takes yes or no and cannot be “{ $text }”
procedure-setting-not-integer = The setting { $id } takes a whole number and cannot be “{ $text }”
procedure-setting-not-money = The setting { $id } takes an amount in yuan with at most two decimals and cannot be “{ $text }”
procedure-setting-not-decimal = The setting { $id } takes a number with at most six decimals and cannot be “{ $text }”
procedure-setting-not-day = The setting { $id } takes a date such as 2026-07-18 and cannot be “{ $text }”
procedure-setting-not-choice = The setting { $id } has no option “{ $text }”
procedure-setting-no-column = The roll has no column headed “{ $text }”, or several, so the setting { $id } stays empty

### procedure
## Why a procedure did not do what was asked: what, what was kept, what to do.
procedure-refused = { $message }
procedure-too-slow = 这个程序算得太久，已经停下。会议没有受影响，原来的内容都还在；请改小数据再试，或换一个程序
procedure-too-much-memory = 这个程序要的内存太多，已经停下。会议没有受影响，原来的内容都还在；请改小数据再试，或换一个程序
procedure-broken = 这个程序出错了，这一步没有记录。会议没有受影响，原来的内容都还在；请再试一次，或把详情发给程序的作者
procedure-invalid = 这个程序交出的内容不合规定，位置 { $path }，没有采用。原来的内容都还在；请把详情发给程序的作者
procedure-unfit = 这个文件不是本版本能用的程序，没有装入。请向提供者要与本版本相配的文件
## Settings.
procedure-setting-unknown = 这个程序没有叫 { $id } 的设置；请核对名称
procedure-setting-missing = 这个程序要先设置 { $id }
procedure-setting-not-text = 设置 { $id } 要填文字，不能是“{ $text }”
procedure-setting-not-flag = 设置 { $id } 要填 是 或 否，不能是“{ $text }”
procedure-setting-not-integer = 设置 { $id } 要填整数，不能是“{ $text }”
procedure-setting-not-money = 设置 { $id } 要填金额（元，最多两位小数），不能是“{ $text }”
procedure-setting-not-decimal = 设置 { $id } 要填数字（最多六位小数），不能是“{ $text }”
procedure-setting-not-day = 设置 { $id } 要填日期，如 2026-07-18，不能是“{ $text }”
procedure-setting-not-choice = 设置 { $id } 没有“{ $text }”这一项
procedure-setting-no-column = 名册里没有（或不止一列）叫“{ $text }”的列，设置 { $id } 没有填上

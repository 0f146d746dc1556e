### file: opening, saving and what can be wrong with a file

file-missing = 找不到这个文件：{ $path }。它可能被移走，或者 U 盘没插上；插上或找到它再打开。
file-exists = 这里已经有一个同名文件：{ $path }。没有动它；请换一个名字。
file-not-ours = { $path } 不是小方桌的文件，没有动它。请选扩展名是 .fz 的文件。
file-empty = { $path } 是空的，一个字节也没有。没有动它；请用备份，或重新建一个。
file-damaged = { $path } 已经损坏，打不开：{ $detail }。文件原样没动；请用备份。
file-backup-lies = { $said }最近一份自动备份在 { $path }，复制出来就能打开。
file-damaged-event = { $path } 在第 { $event } 个事件处损坏，打不开。文件原样没动；请用备份。
file-damaged-blob = { $path } 里有一段内容损坏（{ $blob }），打不开。文件原样没动；请用备份。
file-newer = { $path } 是更新版本的小方桌写的（第 { $version } 版）。现在只能看，不能改；请升级程序。
file-locked = { $user } 在 { $host } 上开着这个文件。现在只能看，不能改；等那边关了再打开。
file-write-protected = 这个文件写不进去（只读的盘或没有写权限）。现在只能看，不能改；拷到可写的地方再打开。
file-no-permission = 没有权限读 { $path }。请让管理这台电脑的人开权限。
file-setting = 这个位置存不稳文件（{ $name }）。没有打开；请拷到本机硬盘再打开。
file-trouble = { $path } 读写出错：{ $detail }。文件没有动；换一个位置再试。
file-not-saved-full = 刚才这一步没有存上：磁盘已满。前面 { $count } 步都在。请清出空间，再做一次。
file-not-saved-io = 刚才这一步没有存上：磁盘读写出错。前面 { $count } 步都在。请检查 U 盘或硬盘，再做一次。
file-not-saved-read-only = 刚才这一步没有存上：文件变成只读了。前面 { $count } 步都在。请检查写保护，再做一次。
file-not-saved-moved = 刚才这一步没有存上：文件被移走或删掉了。前面 { $count } 步都在内存里；请把文件放回原处，再做一次。
file-not-saved-other = 刚才这一步没有存上：{ $detail }。前面 { $count } 步都在；请关掉文件再打开，再做一次。

story-not-an-object = 这一行不是一个 JSON 对象
story-not-json = 这一行不是 JSON：{ $detail }
story-bad-time = 时间写错了：{ $text }；应当像 2026-07-18T19:00:00+08:00
story-unknown-hand = 不知道是谁做的：{ $who }；写 chair、recorder、counter-1、counter-2、房号或 p 加编号
story-no-file = 读不到文件 { $file }：{ $detail }
story-no-command = 没有这样的命令：{ $detail }；用 play --commands 看全部命令
story-not-refused = 本应被拒绝（{ $code }），却做成了
story-other-figure = { $id } 应为 { $wanted }，实为 { $found }

file-needs-title = 请先写小区的名字
file-example-name = 示例 { $title }

export-no-meeting = 文件里没有第 { $n } 次会议
export-not-written = { $file } 没写成：{ $detail }。原来的文件没动；换一个文件夹再试。
export-not-verified = 文件核对不了：{ $detail }。没有导出；请重新打开文件再试。
export-damaged = 文件核对不通过，没有导出；请先用 verify 看看坏在哪里。

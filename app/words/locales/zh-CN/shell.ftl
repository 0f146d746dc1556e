# 命令面板
action-commands = 找功能
action-commands-help = 敲名字、拼音或首字母，找要做的事、页面和文件
finder-name = 找功能
finder-hint = 敲名字、拼音或首字母，上下键选，回车就做
finder-none = 没有找到。换个说法，或按 Esc 回去
finder-page = 去：{ $page }
finder-file = 打开：{ $title }

# 字号
action-text-larger = 字放大
action-text-larger-help = 主持台的字和按钮放大一档，投影不变
action-text-smaller = 字缩小
action-text-smaller-help = 主持台的字和按钮缩小一档，投影不变
action-text-normal = 字恢复
action-text-normal-help = 主持台的字回到平常大小
text-largest = 已经是最大的字（{ $percent }%）
text-window-small = 这个窗口最多放到 { $percent }%。窗口再大些，字才能再大

# 没写完的
drafts-restored = 上次没写完的还在原处：{ $pages }

# 拖进来的文件
drop-not-ours = 用不上“{ $file }”。能拖进来的有名册表格（.xlsx、.csv）、小区文件（.fz）和程序（.fz.wasm）
drop-procedure-first-file = 先打开一个小区，再把程序拖进来

# 更正
room-corrected-reopened = 更正：刚才的结果作废
room-corrected-vote = 更正：表决结果有改动
room-corrected-poll = 更正：征询结果有改动
room-corrected-amounts = 更正：金额有改动
room-corrected-decisions = 更正：决定有改动
room-corrected-page = 更正：这一页有改动

# 意外退出
crash-title = 上次程序意外退出了
crash-text = 已经保存的都在。出错的情况记在一个文件里，里面没有小区的姓名和文字；哪里也没有发送，要不要给人看由你定。
crash-read = 看一看
crash-folder = 打开所在文件夹
crash-discard = 不要了
crash-report = 出错的情况

# 开会前检查
action-preflight = 开会前检查
action-preflight-help = 投影、字号、时钟、磁盘和备份，开会前看一遍
preflight-title = 开会前检查
preflight-hint = 开会前看一遍。有感叹号的，照说明做就行；做不了也能开会。
preflight-on = 去签到
preflight-again = 再查一遍
preflight-looking = 正在看
preflight-screen = 投影
preflight-screen-on = 已经投到 { $name }（{ $size }）
preflight-screen-found = 找到另一块屏：{ $name }（{ $size }）
preflight-screen-nameless = 没有名字的屏
preflight-screen-none = 只有这一块屏
preflight-screen-unknown = 查不到接了几块屏
preflight-screen-none-next = 接上投影仪或电视，在系统里选“扩展”。只有一块屏也能开：按 { $key } 本窗口就变成投影画面，再按变回来
screen-alone = 只有这一块屏，投影开在另一个窗口里，可能在本窗口后面。要让本窗口变成投影画面，按 { $key }
preflight-screen-lost-next = 查一下线。会照常开，接上就自己回来
preflight-letters = 字号
preflight-distance = 末排离画面（米）
preflight-height = 画面高（米）
preflight-not-metres = 写成米数，例如 8 和 1.2
preflight-letters-unknown = 还不知道会场多大
preflight-letters-next = 量一量，填下面两个数；填一次就记住
preflight-letters-usual = 平常的字末排就看得清
preflight-letters-grow = 投影的字放大到 { $factor } 倍，末排看得清
preflight-letters-small = 放到最大 { $factor } 倍，末排还是看不清
preflight-letters-small-next = 把画面投大些，或请末排往前坐
preflight-clock = 时钟
preflight-clock-is = 现在是 { $time }
preflight-clock-behind = 文件里已经记到 { $time }，电脑的钟慢了。在系统里调好，再开会
preflight-clock-zone = 电脑的时区和小区的（{ $zone }）不一样。在系统里改过来，免得看错钟点
preflight-clock-plan = 计划的会在 { $time }，离现在很远。看看电脑的日期对不对
preflight-disk = 磁盘
preflight-disk-well = 写得进去，空间够用：{ $place }
preflight-disk-writable = 写得进去：{ $place }
preflight-disk-closed = 写不进去：{ $place }
preflight-disk-closed-next = U 盘有没有锁上？文件夹让不让写？换个地方再打开
preflight-disk-full = 只剩 { $left } MB：{ $place }
preflight-disk-full-next = 删掉些用不着的，或把文件挪到别的盘
preflight-disk-read-only = 现在只能看。要记东西，先让它能写
preflight-backup = 备份
preflight-backup-none = 还没有手工备份过
preflight-backup-next = 插上 U 盘备份一份，放到别的地方
preflight-backup-at = 上次备份：{ $time }，{ $place }
preflight-backup-old = 过了一个星期，再备份一份
preflight-backup-under-way = 正在备份并核对
preflight-backup-failed = 没有备份成：{ $detail }。原来的文件没有动
preflight-backup-elsewhere = 换个地方再试
preflight-backup-itself = 那就是正在用的文件，备份要换个名字或地方
preflight-backup-own = 每次表决结束后，以及每过五分钟，会自动在这台电脑里备份一份
preflight-backup-own-at = 自动备份：{ $time }，{ $place }
preflight-backup-own-failed = 自动备份没有成：{ $detail }。五分钟后再试
preflight-backup-name = { $name }-备份.fz
preflight-back-up = 备份到…

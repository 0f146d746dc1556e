### headless：命令行

# 用法
headless-help = 小方桌：社区自己开好自己的会。不带命令时打开窗口
headless-help-usage = 用法
headless-help-commands = 命令
headless-help-options = 选项
headless-help-values = 参数
headless-help-file = 要打开的社区文件；不写就到首页
headless-help-lang = 语言，zh-CN 或 en，默认 zh-CN
headless-help-help = 看用法
headless-help-version = 看版本
headless-help-demo = 把示例会议从头演到尾，留下文件、纪要和分摊清册
headless-help-play = 把一份剧本逐行提交到文件；--commands 列出所有命令名
headless-help-verify = 核对文件是否完好
headless-help-export = 导出第 N 次会议的纪要、清册和还没收齐的上门清单（docx、md、xlsx）
headless-help-plugin = 程序插件
headless-help-plugin-run = 在一份名册上运行插件，打印结论
headless-help-out = 放文件的文件夹；已有 demo.fz 时不覆盖
headless-help-story = 剧本，一行一个命令
headless-help-the-file = 社区文件
headless-help-play-commands = 列出所有命令名
headless-help-json = 用 JSON 打印
headless-help-meeting = 第几次会议，从 1 数起
headless-help-to = 放导出材料的文件夹
headless-help-format = docx、md、xlsx，可写几个；不写就都要
headless-help-the-plugin = 自带插件的名称，或 .fz.wasm 文件
headless-help-roll = 名册，xlsx 或 csv
headless-help-set = 一项设置，可写几次，如 amount=1650.00
headless-help-table = 插件要的一张表，可写几次
headless-help-later = 以后的版本才有

# 写错了
headless-unknown-word = 不认识“{ $word }”，什么也没做；请运行 fangzhuo --help 看用法
headless-missing = 还缺 { $what }，什么也没做；请补上再运行一次
headless-wrong-value = { $what } 不能是“{ $value }”，什么也没做；请运行 fangzhuo --help 看用法
headless-twice = { $what } 只能写一次，什么也没做；请去掉多余的再运行一次
headless-no-subcommand = 只写了一半，什么也没做；请运行 fangzhuo --help 看用法
headless-not-understood = 这行命令看不懂，什么也没做；请运行 fangzhuo --help 看用法
headless-later = 这个版本还没有 { $command }，什么也没做；以后的版本会有，现在能做的请看 fangzhuo --help

# 文件和文件夹
headless-no-such-file = 找不到 { $path }；请检查路径再运行一次
headless-cannot-read = 读不了 { $path }（{ $detail }）；请检查权限或换个位置
headless-no-folder = 用不了文件夹 { $path }（{ $detail }）；请换一个文件夹
headless-comma = 、

# 演剧本
headless-play-needs = 还缺剧本或文件，什么也没做；请写成 fangzhuo play 剧本.jsonl --file 文件.fz
headless-play-no-file = { $path } 还没有，而 { $story } 的第一行不是 create-file；请指定已有的文件，或让剧本从 create-file 开始
headless-story-not-text = { $path } 不是 UTF-8 文本，什么也没做；请另存为 UTF-8 再运行一次
headless-story-stopped = { $path } 第 { $line } 行：{ $what }（这一行以前的都已保存）
headless-played = 演完了，{ $path } 共 { $count } 条记录

# 导出
headless-nothing-to-export = 第 { $meeting } 次会议没有这样的材料可导出；请换一种格式

# 运行插件
headless-plugin-unknown = 没有叫“{ $plugin }”的插件，什么也没做；自带的有：{ $known }，也可以写 .fz.wasm 文件
headless-plugin-unfit = 这个插件不能用（{ $detail }），什么也没做；请向提供者要适合这个版本的
headless-roll-refused = 名册 { $path } 读不了：{ $what }
headless-roll-bad-rows = 名册 { $path } { $row }：{ $what }；有问题的共 { $count } 行（第 { $rows } 行），什么也没做，请改好再运行一次
headless-not-a-pair = { $option } 要写成“名称=值”，不能是“{ $found }”；请改好再运行一次
headless-no-such-table = 这个插件没有叫“{ $id }”的表，什么也没做；请检查名称
headless-table-refused = 表格 { $path } 读不了：{ $what }
headless-total = 合计
headless-surplus = 结余

# 数票
headless-help-count = 按一条规则数一份名册上的票；--rules 列出所有规则
headless-help-rule = 规则的编号，或一个规则文件（.toml）
headless-help-ballots = 票，xlsx 或 csv，要有“房号”和“意见”两列
headless-help-present = 到会人数，有的规则要用
headless-help-conflicts = 同一人前后意见不一时：void 作废；不写就以第一张为准
headless-help-rules = 列出所有规则
headless-count-no-rule = 没有编号叫“{ $rule }”的规则，什么也没数；有的是：{ $known }，也可以写 .toml 规则文件
headless-count-bad-rule = 规则 { $path } 不能用：{ $what }；什么也没数，请改好再运行一次
headless-count-not-text = 规则 { $path } 不是 UTF-8 文本，什么也没数；请另存为 UTF-8 再运行一次
headless-count-ballots = 票 { $path }：{ $what }
headless-count-stranger = 第 { $row } 行的房号 { $door } 不在名册上，什么也没数；请核对房号再运行一次
headless-count-door-twice = 名册上房号 { $door } 出现了两次，什么也没数；请留下一行再运行一次
headless-count-fewer-present = 到会 { $present } 人，却有 { $voted } 人投了票，什么也没数；请核对到会人数和票
headless-count-more-present = 到会 { $present } 人，名册上只有 { $heads } 人，什么也没数；请核对到会人数和名册
headless-count-old-law = 旧法
headless-count-named = { $title }（{ $id }）
headless-count-rule = 规则
headless-count-passes = 怎样通过
headless-count-level = 性质
headless-count-electorate = 名册
headless-count-electorate-rows = 名册（没有业主编号，一行算一人）
headless-count-participating = 参加
headless-count-verdict = 结果
headless-count-missing-area = 不知道面积
headless-count-some-doors = { $doors } 等 { $count }
headless-count-missing-present = 还要知道到会人数（--present）
headless-count-missing-who = 规则要按面积算到会的，只有人数算不出来
headless-count-conflict = 意见不一
headless-count-conflict-first = { $door }：{ $choices }，以第一张为准
headless-count-conflict-void = { $door }：{ $choices }，作废
headless-ballots-none = 一张票也没有，什么也没数；请确认选对了文件
headless-ballots-no-door-column = 没有找到房号一列（找到的表头：{ $headings }），什么也没数；请写一行表头，两列叫“房号”和“意见”
headless-ballots-no-choice-column = 第 { $row } 行的表头（{ $headings }）里没有意见一列，什么也没数；请把写着赞成、反对的一列叫“意见”
headless-ballots-no-door = 第 { $row } 行没有房号，什么也没数；请补上房号或删去这一行
headless-ballots-door-is-date = 第 { $row } 行的房号被表格变成了日期（{ $found }），什么也没数；请把这一列设成文本，重新填房号
headless-ballots-no-choice = 第 { $row } 行（{ $door }）没有写意见，什么也没数；请写赞成、反对、弃权或无效，没收回的票删去这一行
headless-ballots-unknown-choice = 第 { $row } 行（{ $door }）的意见不能是“{ $found }”，什么也没数；请写赞成、反对、弃权或无效

# 窗口
window-title = 小方桌
window-no-display = 打不开窗口（{ $detail }）；请在桌面系统上运行，或用 fangzhuo --help 里的命令
window-no-graphics = 打不开窗口：这台电脑没有可用的图形驱动（OpenGL）。请更新显卡驱动，或换一台电脑；文件没有动
window-leave = 表决还没有截止
window-leave-text = 已经记下的票都已保存，下次打开接着记。现在退出，大屏也会关掉
window-leave-yes = 退出
window-open-file = 打开社区文件
window-new-file = 新建社区文件
window-pick-roll = 选择名册
window-no-dialogs = 这台电脑打不开选文件的窗口（没有桌面的文件窗口，也没有 zenity）。什么也没有动；名册、程序和文件可以直接拖进这个窗口，要存文件请先装上 zenity。
window-save-as = 另存为
window-kind-file = 小方桌文件
window-kind-roll = 名册
headless-help-replay = 重做文件里记录的一切：重跑程序、重数表决、重加费用清单，全部一致才算通过
headless-replay-unsound = “{ $path }”核对不过（{ $state }），没有重做；请先用 fangzhuo verify 查看，再从备份恢复
headless-replay-unread = “{ $path }”读不到底：{ $detail }。没有改动；请换一份备份，或用更新的小方桌打开
headless-replay-procedure = 程序 { $n }（{ $name }，{ $parts } 步）：
headless-replay-vote = 表决 { $n }（{ $name }，{ $parts } 票）：
headless-replay-sheet = 费用清单 { $n }（{ $name }，{ $parts } 户）：
headless-replay-agrees = 一致
headless-replay-differs = 不一致：{ $detail }
headless-replay-erased = 不能重做，所用的数据已随个人信息删除
headless-replay-all-agree = 共 { $count } 项，都与记录一致
headless-replay-some-differ = 共 { $count } 项，{ $differing } 项与记录不一致

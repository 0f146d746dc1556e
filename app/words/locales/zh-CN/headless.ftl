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
headless-help-export = 导出第 N 次会议的纪要和清册（docx、md、xlsx）
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
headless-table-no-column = 第一行没有“{ $column }”（{ $label }）这一列，或者不止一列；请改好再运行一次
headless-table-bad-cell = 第 { $row } 行的“{ $column }”不能是“{ $found }”；请改好再运行一次
headless-total = 合计
headless-surplus = 结余

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
window-save-as = 另存为
window-kind-file = 小方桌文件
window-kind-roll = 名册

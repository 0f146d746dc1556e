### pages
# 程序的页面：填错了什么
page-wrong-unknown = 页面上没有这一项，可能已经变了。没有记录，请看一眼现在的页面再试
page-wrong-closed = 这一项现在不能用
page-wrong-twice = 这一格填了两次
page-wrong-kind = 这里不能填这样的内容，请重新填
page-wrong-option = 没有这个选项，请重新选
page-wrong-household = 名册里没有这一户，请重新选
page-wrong-evidence = 附的照片或文件不对，请重新附
page-wrong-household-typed = 还没选定是哪一户，请在下面的名单里点一户

# 表格
page-filter = 筛选
page-filter-hint = 筛选：房号、文字、数字
page-filtered = { $n } 行，共 { $all } 行
page-filter-none = 没有合适的行
page-copy = 复制
page-copied = 已复制 { $n } 行
page-copy-why = 复制整张表，可以粘贴到电子表格（Ctrl+C）
page-sort-by = 按{ $column }排序
page-sorted-up = { $column }，从小到大
page-sorted-down = { $column }，从大到小
page-tone-good = 正常
page-tone-warning = 注意
page-tone-bad = 不行
page-fault-here = 这一户有问题：{ $message }

# 清单
page-measured = 实测
page-measured-unit = 实测（{ $unit }）
page-limit-least = 不少于 { $n } { $unit }
page-limit-most = 不超过 { $n } { $unit }
page-measured-of = 实测 { $n } { $unit }
page-not-measured = 还没量
page-basis = 依据：{ $text }
page-note = 说明
page-note-hint = 在哪里看的、怎么量的
page-keep = 记下
page-evidence-add = 附照片或文件…
page-evidence-needed = 要附照片或文件
page-evidence-hint = JPG、PNG 或 PDF。程序只知道说明和校验码，看不到内容
page-evidence-caption = 照片说明
page-evidence-coming = 正在读
page-evidence-gone = 已经删除
page-evidence-document = 文件
page-evidence-drop = 不附{ $caption }
page-evidence-show = 放大{ $caption }
page-evidence-unread = 这个文件读不了，没有附上

# 几家、几处
page-choosable = 可以选
page-excluded = 不能选
page-score = { $n } 分
page-support = { $n } 人支持
page-clause = ，
page-bars-line = 标线 { $n }

# 开始一个程序
page-start-title = 开始“{ $title }”
page-start-do = 开始
page-start-frozen = 开始以后，数据按现在的算，文件再改也不影响
page-start-none = 不填
page-table-wanted = 表格 { $id }，要有这些列：{ $columns }
page-table-pick = 选文件…
page-table-other = 换一个…
page-table-read = 读入 { $file }，{ $n } 行
page-table-left-out = 没用到的列：{ $columns }
page-table-none = 没选文件就当作空表
page-table-column = { $label }（{ $id }）
page-table-no-columns = 第一行缺这些列：{ $columns }。没有读入，请补上列名再选一次
page-table-columns-twice = 第一行有重名的列：{ $columns }。没有读入，请只留一列再选一次
page-table-bad-cell = 第 { $row } 行的“{ $column }”不能是“{ $found }”。没有读入，请改好再选一次
page-table-long = 有 { $n } 行，最多 20,000 行。没有读入，请分开再选一次
page-table-large = { $file } 太大，最多 32 MB。没有读入，请删去不用的内容再选一次

# 投影以前
page-preview-title = 投影以前先看一眼
page-preview-note = 姓名和不公开的列不会投影。放上去以后，这个程序的画面会跟着变
page-preview-do = 放到大屏
page-preview-turn = 下一页
page-preview-none = 现在没有可以投影的画面：程序用了不公开的列，或者还在计算。费用方案可以照常投影

# 系统的对话框
page-window-evidence = 选择照片或文件
page-window-table = 选择表格
page-window-tables = 表格

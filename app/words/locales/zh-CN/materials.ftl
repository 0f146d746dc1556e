# 程序的结果进入会议：表格、候选、交办、带给下一个程序的数
material-heading-money = { $label }（元）
material-candidate = 候选
material-candidate-amount = 金额（元）
material-candidate-note = 说明
material-candidate-state = 能否列入表决
material-candidates = { $title }：候选情况
material-excluded = 不能选：{ $reason }
material-attached = 《{ $title }》（电子表格）
material-sheet-file = 程序表格
# 工作区
material-of = { $title }的结果
material-ask = 多选赞成…
material-ask-question = { $title }：选哪一个
material-ask-few = 可以列入的不到两个，不用表决选择
material-move = 提成动议…
material-move-text = 采用“{ $candidate }”
material-move-text-amount = 采用“{ $candidate }”，金额 { $amount }
material-duties = 建议记入台账的事
material-duty-suggested = 建议：{ $who }
material-duty-take = 记入台账
material-duty-taken = 已在台账
material-table-rows = { $n } 行
material-table-open = 看表格
material-table-close = 收起表格
material-table-private = 有不公开的栏，只在办公用，不上屏、不进纪要
material-table-more = 先列 { $n } 行，其余见导出的电子表格
# 开始程序
material-start-from = 来自：{ $title }
material-start-quote = 来自：已选的报价
material-continue = 接着办：{ $title }（{ $meeting }）
material-day-refused = 新的一天（{ $day }）没能记入这个程序：{ $reason }；其他照常，可以继续办

### figures
# 数和单位；桌面和投影上数字与汉字之间空一格，打印时收紧
figure-heads = { $n } 人
figure-heads-one = { $n } 人
figure-households = { $n } 户
figure-households-one = { $n } 户
figure-area = { $n } ㎡
figure-area-paper = { $n }平方米
figure-area-unknown = 面积不详
figure-unknown = 不详
figure-money = { $n } 元
figure-money-each = { $n } 元/户
figure-minutes = { $n } 分
verdict-passed = 通过
verdict-failed = 没通过
verdict-failed-paper = 未通过
verdict-undecidable = 信息不足

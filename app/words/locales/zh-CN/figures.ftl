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
figure-uncounted = —

# 表决：精确比例、缺什么、选举
figure-fraction = { $part }/{ $whole }
figure-check-more = { $fraction }，应超过 { $share }
figure-check-least = { $fraction }，应达到 { $share }
figure-check-most = { $fraction }，不应超过 { $share }
figure-check-heads = { $side }人数占{ $base } { $fraction }
figure-check-area = { $side }面积占{ $base } { $fraction }
figure-check-heads-unknown = { $side }人数不详
figure-check-area-unknown = { $side }面积不详
figure-counted-turnout = 参加
figure-counted-present = 到会
figure-counted-yes = 赞成
figure-counted-no = 反对
figure-base-deciding = 赞成和反对合计
figure-base-participating = 参加表决
figure-base-present = 到会
figure-base-all = 全体
figure-missing-doors = 面积不详：{ $doors }
figure-missing-area = 有的面积不详
figure-missing-participation = 参加人数不详
figure-missing-present = 到会人数不详
figure-doors-more = { $list } 等 { $count }
figure-elected = 当选
figure-tied = 同票
figure-not-elected = 未当选

# 表决：怎么表决、谁能表决
voting-hands = 举手表决
voting-hands-by-door = 逐户举手表决
voting-roll-call = 点名表决
voting-paper = 书面表决
voting-secret = 无记名投票
voting-merged = 会场和书面表决
voting-scope-whole = 全体业主
voting-scope-building = { $building }业主
voting-scope-stair = { $building }{ $stair }业主
voting-scope-doors = { $doors }的业主
voting-building-number = { $n }号楼
voting-stair-number = { $n }单元

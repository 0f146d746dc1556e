### import

# 列
import-field-door = 房号
import-field-owner = 业主
import-field-area = 面积
import-field-residents = 人口
import-field-floor = 楼层
import-field-phone = 电话
import-field-note = 备注
import-field-owner-id = 业主编号
import-field-building = 楼号
import-field-stair = 单元
import-field-kind = 用途
import-field-area-source = 面积来源
import-field-delivered = 交付
import-field-developer = 开发商

# 名册文件读不出来
import-error-unreadable = 这个文件读不出来，可能没有存完整。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入；名册没有变动。
import-error-empty = 这个文件里什么也没有。请确认选对了文件；名册没有变动。
import-error-password = 这个工作簿设了打开密码，读不出来。请在 Excel 或 WPS 里去掉密码，另存后再导入；名册没有变动。
import-error-legacy = 这是老格式的 .xls 文件，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入；名册没有变动。
import-error-other-type = 这个文件不是表格，只能导入 .xlsx 和 .csv。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入；名册没有变动。
import-error-encoding = 这个文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入；名册没有变动。
import-error-no-door = 没有找到房号一列。第 { $row } 行的表头是：{ $headings }。请指明哪一列是房号，或把表头改成“房号”；名册没有变动。
import-error-no-headings = 没有找到表头，也就找不到房号一列。请在表格上方写一行表头，其中一列叫“房号”；名册没有变动。
import-error-too-large = 这个文件太大，超过 { $limit } MB。请只留下名册那张表，另存后再导入；名册没有变动。
import-error-too-many-rows = 这张表一直用到第 { $row } 行，最多能读 { $limit } 行。请删去名册以外的行再导入；名册没有变动。
import-error-too-many-columns = 这张表一直用到第 { $column } 列，最多能读 { $limit } 列。请删去用不着的列再导入；名册没有变动。
import-error-no-such-sheet = 文件里没有这张表或这一行，可能文件刚改过。请重新选择文件；名册没有变动。

# 整张表
import-no-area-column = 没有面积一列：导入后各户面积都是“不详”，按面积的表决和分摊要先补上
import-no-owner-column = 没有业主一列：导入后各户还没有业主

# 标点
import-list-comma = 、
import-list-semicolon = ；
import-owner-unnamed = （没写姓名）

# 每一行
import-row = 第 { $row } 行
import-skip-title = 标题，跳过
import-skip-head = 重复的表头，跳过
import-skip-blank = 跳过
import-skip-sum = 合计，跳过
import-skip-footnote = 表下说明，跳过
import-read-unit = 面积读作 { $value }
import-read-full-width = 全角数字，读作 { $value }
import-read-thousands = “{ $written }”读作 { $value }
import-read-rounded = “{ $written }”四舍五入，读作 { $value }
import-read-residents = 人口读作 { $value }
import-read-floor = 楼层读作 { $value }
import-read-door = 房号读作 { $value }
import-undelivered = 未交付，由{ $developer }表决
import-undelivered-by-nobody = 未交付，没写开发商
import-undelivered-together = { $count }未交付：{ $doors }。由{ $developer }表决，合起来算 1 人
import-undelivered-needs-developer = { $count }未交付，没写开发商：{ $doors }。先由各户业主表决；请补上“开发商”一列，或导入后在名册页登记
import-doors-and-more = { $doors } 等
import-large-headline = { $door } 面积 { $value } ㎡
import-large-stair = 读作 { $value }，是同单元的 { $times } 倍
import-large-stair-advice = 是同单元的 { $times } 倍，会照读；请对一下产权证
import-large-building = 读作 { $value }，是同楼的 { $times } 倍
import-large-building-advice = 是同楼的 { $times } 倍，会照读；请对一下产权证
import-large-roll = 读作 { $value }，是一般面积的 { $times } 倍
import-large-roll-advice = 是表里一般面积的 { $times } 倍，会照读；请对一下产权证
import-no-door = 没有房号
import-no-door-headline = { $owner }没有房号
import-no-door-advice = 房号一格是空的，请填上再导一次
import-door-date = 房号变成了日期
import-door-date-headline = 房号变成了日期 { $found }
import-door-date-advice = 请把房号一列设成“文本”格式，重新填写再导一次
import-duplicate = 房号和第 { $row } 行重复
import-duplicate-headline = 房号 { $door } 重复
import-duplicate-advice = 第 { $row } 行是{ $first }，这一行是{ $owner }，面积也不一样；请改好其中一行再导一次
import-duplicate-same-area-advice = 第 { $row } 行是{ $first }，这一行是{ $owner }；同一套房的共有人可以选“共有”，写错了请改表
import-no-area = 没有面积
import-no-area-headline = { $door } 没有面积
import-no-area-advice = 建筑面积一格是空的；请填上，或选“面积不详”先导入
import-area-headline = { $door } 面积是 { $found }
import-negative-area = 面积是负数
import-negative-area-advice = 面积要大于 0，请改好再导一次
import-zero-area = 面积是 0
import-zero-area-advice = 面积要大于 0；不知道就把这一格空着
import-wordy = “{ $found }”认不出是多少
import-wordy-area-headline = { $door } 面积写作“{ $found }”
import-wordy-area-advice = 请写成数字，如 56.38
import-area-too-large = 面积太大
import-area-too-large-advice = 超过了 1 平方公里，多半是小数点写漏了；请改好再导一次
import-bad-residents = 人口“{ $found }”认不出是多少
import-bad-residents-headline = { $door } 人口写作“{ $found }”
import-bad-residents-advice = 请写成整数，如 3；不知道就空着
import-bad-floor = 楼层“{ $found }”认不出是几层
import-bad-floor-headline = { $door } 楼层写作“{ $found }”
import-bad-floor-advice = 请写成整数，如 3，地下一层写 -1；不知道就空着
import-bad-source = 面积来源“{ $found }”认不出
import-bad-source-headline = { $door } 面积来源写作“{ $found }”
import-bad-source-advice = 请写登记簿、实测或合同；不知道就空着
import-bad-delivery = 交付“{ $found }”认不出
import-bad-delivery-headline = { $door } 交付一格写作“{ $found }”
import-bad-delivery-advice = 请写“已交付”或“未交付”；不知道就空着

# 同一业主
import-same-owner = { $name }有 { $count } 套，算 1 人，面积相加
import-same-owner-by-phone = { $doors }，同名同电话；请确认是同一个人
import-same-owner-by-id = { $doors }，业主编号都是 { $id }；请确认是同一个人

# 退回的行另存成表
import-csv-row = 原表行号
import-csv-problem = 退回原因
import-csv-advice = 怎么改

### roll

# 附件
scan-too-large = { $file } 超过 20 MB，没有附上；请把照片压小一些再附
scan-other-kind = { $file } 不是照片或扫描件，没有附上；请另存为 .jpg、.png 或 .pdf 再附

# 面积从哪里来
area-source-register = 登记簿
area-source-survey = 实测
area-source-contract = 合同
area-source-roll = 名册

# 一户
roll-detail-area-from = { $area }（{ $source }）
roll-detail-developer = 开发商
roll-detail-undelivered = 这套还没有交付，交付以前由开发商表决
roll-let-vote = 改由他表决
roll-let-vote-name = 改由{ $name }表决
roll-correct-area = 更正面积…
roll-transfer = 过户…
roll-undelivered = 未交付…
roll-deliver = 已经交付
roll-undelivered-by = { $developer }（未交付）
roll-part-no-area = 没有面积 { $count }
roll-part-undelivered = 未交付 { $count }
roll-same-owner = 可能是同一个业主

# 更正面积
roll-area-title = 更正 { $door } 的面积
roll-area-hint = 现在是 { $before }。以前的表决不受影响
roll-area-hint-none = 名册上还没有面积，补上以后才能按面积表决
roll-area-field = 面积（㎡）
roll-area-wrong = 请写成数字，如 45.83
roll-area-source = 依据
roll-area-do = 更正
roll-area-needs = 先填面积

# 过户
roll-transfer-title = { $door } 过户
roll-transfer-hint = 写上新业主，第一位表决。以前的表决仍按原来的业主算
roll-transfer-name = 新业主姓名
roll-transfer-phone = 新业主电话
roll-transfer-name-n = 第 { $n } 位姓名
roll-transfer-phone-n = 第 { $n } 位电话
roll-transfer-more = 加一位共有人
roll-transfer-do = 过户
roll-transfer-needs = 先写新业主的姓名

# 未交付
roll-undelivered-title = 哪些还没有交付
roll-undelivered-hint = 没卖出和没交付的，由开发商表决，合起来算 1 人
roll-undelivered-which = 范围
roll-undelivered-one = 只有 { $door }
roll-undelivered-building = { $building } 号楼 { $count }
roll-undelivered-listed = 列表里的 { $count }
roll-undelivered-developer = 开发商名称
roll-undelivered-do = 由开发商表决
roll-undelivered-needs = 先写开发商的名称

# 名册变动
roll-changes = 名册变动
roll-changes-hint = 名册怎么一步步变成现在这样。每次表决都按当时的名册，后来的变动改不了它
roll-changes-when = 时间
roll-changes-who = 经手
roll-changes-what = 变动
roll-changes-nobody = 没有记名
roll-change-imported = 导入名册，{ $count }
roll-change-joined = 是同一个业主：{ $doors }
roll-change-voter = { $door } 换了一位共有人表决
roll-change-undelivered = 未交付，由开发商表决：{ $doors }
roll-change-delivered = 已经交付：{ $doors }
roll-change-area = { $door } 更正面积
roll-change-transferred = { $door } 过户
roll-change-and-more = { $doors } 等 { $count }

# 书面委托
proxy-title = 书面委托
proxy-add = 登记委托…
proxy-agent = { $name } 受托 { $count }
proxy-agent-absent = 受托人不在会场，这些户现在没人代表
proxy-paper-n = 委托书 { $paper }
proxy-has-scan = 有扫描件
proxy-withdraw = 撤回
proxy-withdraw-name = 撤回{ $name }的委托
proxy-principal-came = 本人已到，由本人表决
proxy-leaving = 还受 { $count }委托：{ $names }。离场以后，这些户没人代表
proxy-not-there = 受 { $count }委托：{ $names }。签到以后才能代为表决
proxy-came-himself = 委托过{ $agent }，现在本人到会，由本人表决
proxy-given-to = 已书面委托{ $agent }
proxy-sheet-title = 登记书面委托
proxy-sheet-hint = 受托人要按委托书写明的意见表决；委托书原件请留存
proxy-principal = 委托人
proxy-agent-field = 受托人
proxy-paper = 委托书编号
proxy-paper-hint = 例如 W-03，可以不填
proxy-scan = 附上扫描件…
proxy-other-scan = 换一份扫描件…
proxy-scan-hint = jpg、png 或 pdf，不超过 20 MB
proxy-scan-attached = 已附 { $file }
proxy-do = 登记
proxy-needs-principal = 先选委托人
proxy-needs-owner = 委托人要是名册里有表决权的业主
proxy-needs-agent = 先写受托人
window-pick-scan = 选择委托书扫描件
window-kind-scan = 照片或扫描件

# 签到时看得见的
sign-in-with-proxies = 到会 { $present }，另受托 { $proxies }
sign-in-by-agent = 有人受托
sign-in-late = 表决开始后到会，这次不计
sign-in-late-paper = 表决开始后到会，这次只能交表决票
sign-in-late-at = { $time } 后到
sign-in-late-count = { $count }{ $what }

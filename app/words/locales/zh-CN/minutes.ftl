### minutes

# 分摊清册
share-roll-door = 房号
share-roll-owner = 户主
share-roll-basis = 计算基数
share-roll-weight = 系数
share-roll-due = 应分
share-roll-relief = 减免
share-roll-paid = 实缴
share-roll-agreed = 是否同意
share-roll-paid-on = 缴款日期
share-roll-signature = 签名
share-roll-total = 合计
share-roll-unit = 单位：元
share-roll-pages = 第 { $page } 页，共 { $pages } 页

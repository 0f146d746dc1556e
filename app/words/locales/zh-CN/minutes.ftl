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
share-roll-sheet = 分摊清册

# 写不出文件
paper-error-amount = 有一笔金额太大，表格里存不准，文件没有写出。请核对金额。
paper-error-code = 二维码放不下这么长的内容，文件没有写出。请把程序日志发给维护的人。
paper-error-format = 文件没有写出来，会议的内容都还在。请再试一次；仍不行，换一种格式。

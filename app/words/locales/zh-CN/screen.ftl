### screen
screen-picture = 投影画面
screen-page = 第 { $page } / { $pages } 页
screen-speaking = 正在发言
screen-paused = 已暂停
screen-floor-open = 请举手发言
screen-seconds-left = 还剩 { $count } 秒
screen-time-over = 时间到，谢谢
screen-next = 下一位
screen-after-next = 再下一位
screen-side-yes = 赞成
screen-side-no = 反对
screen-side-abstain = 弃权
screen-side-question = 提问
screen-answered = 已经表态
screen-decision-what = 做什么
screen-decision-who = 谁来办
screen-decision-by = 何时前办好
screen-cost-door = 门牌
screen-cost-amount = 元
screen-look-up = 共 { $count } 行，报门牌可以当场查
screen-notice-from = { $name }的提示
screen-blank = 请稍候

# 测试图
screen-test-edges = 试屏：四个角的绿块和黑边都看得全吗？
screen-test-sample = 化粪池清掏费 1,650 元
screen-test-row = 最后一排读得出第一行吗？
screen-test-steps = 深浅：1 到 5 格都分得开吗？
screen-test-colours = 颜色和记号：三种都认得出吗？

# 谁发言：立场、次序、走到哪一步
side-order = 秩序问题
place-order = 秩序问题先处理
place-question = 提问先回答
place-spoken-more = 说过 { $n } 次，让次数少的先说
place-other-yes = { $time } 举手，先听赞成一方
place-other-no = { $time } 举手，先听反对一方
talk-rule-no-limit = 发言不限时，每项 { $turns } 次
standing-raised = 举着手
standing-called = 请上来了
standing-speaking = 正在说
standing-done = 说完了
standing-withdrawn = 放下了手

# 主持提示：只说规矩，不点名
prompt-stance-first = 请先表明立场
prompt-on-topic = 请就事论事
prompt-no-interrupting = 请让人说完
prompt-face-chair = 请面向主持人
prompt-courtesy = 请文明发言
prompt-wind-up = 时间到，请收尾
prompt-hand-first = 发言请先举手
prompt-one-matter = 一次只说一件事
prompt-new-voices = 请没说过的先说

# 做过的事
deed-speaker-called = 请{ $name }发言
deed-turn-slept = 休眠，计时停下
deed-talk-rule-set = 改第 { $n } 项的发言规则
deed-prompt-given = 提示“{ $prompt }”

# 不行的话
refusal-speaker-is-called = 已经请了一位，次序没有变；请先开始计时，或者让这一位放下。
refusal-extra-time-given = 一次发言最多加 { $span }，时间没有变；没说完的，可以再举手。
refusal-no-time-to-take = 这次发言没有这么多时间可以加减，计时没有变；要停，请按暂停或说完了。
refusal-moment-outside-turn = 这个时刻不在这次发言里，计时没有动；请从请他发言以后算起。
refusal-bad-talk-rule = 照这样谁也不能发言，规则没有改；每项至少要有 1 次。

# 纪要
minutes-talk-rule = 本项发言规则改为：{ $rule }
minutes-speech-order = { $name }提出秩序问题：{ $text }
minutes-spoke-order = { $name }提出秩序问题
minutes-speech-extended = { $text }（主持人准予加时{ $span }）

# 主持台
meeting-called = 已请，走上来
meeting-called-not-here = 不说了，放下
meeting-clock-start = 开始计时
meeting-clock-forgotten = 发言人已换 { $n } 秒，计时未开
meeting-from-call = 从那时算起
meeting-clock-slept = 休眠 { $span }，计时停着
meeting-no-turn = 不占次数
meeting-talk-sides = 双方
meeting-talk-people = 每人
meeting-talk-buildings = 楼栋
meeting-talk-building = { $n } 栋
meeting-talk-guests = 来宾等
meeting-talk-nobody = 本项还没有人发言
meeting-talk-rule = 发言规则
meeting-talk-rule-change = 换…
meeting-talk-rule-note = 只管这一项，从下一位起，记入纪要
meeting-prompts = 主持提示（投影下方一行，不记名）
meeting-prompts-more = 更多…
meeting-prompts-fewer = 收起
screen-called = 请发言
screen-side-order = 秩序问题
action-clock-from-call = 计时从请他时算起
action-clock-from-call-help = 忘了开始计时：从请上来的那一刻算起
action-prompt-help = 投影下方提示几秒，只说规矩不点名

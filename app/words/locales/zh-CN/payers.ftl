# 谁来出钱

deed-terms-set = 定下由谁出钱、是否涉及维修资金
deed-limit-stated = 登记 { $door } 最多能出 { $limit }
deed-limit-lifted = 去掉 { $door } 的上限
deed-pledges-settled = 定下由 { $households }出
deed-pledges-reopened = 重新收集意向

refusal-pledges-open = 还在收集意向，各户该出多少没有定，这一笔没有记；先在收缴页按“定下来”，再收钱。
refusal-no-pledges = 这笔费用不是“谁同意谁出”，或者由谁出已经定了，没有改；请核对选的是哪笔费用。
refusal-nobody-pledged = 还没有一户同意，没有人可以分，没有定下来；先登记同意的户。
refusal-above-limit = { $door } 要出 { $share }，超过了这户说的上限 { $limit }，没有定下来；等更多户同意，或者同这户再商量。
refusal-pledges-settled = 已经按定下来的户收了钱，{ $door } 不在其中，没有记；要加这户，先退款，再重新定。

# 表决里的钱
minutes-vote-fund = 本项涉及{ $matter }（{ $source }）
minutes-vote-fund-misfit = 本项涉及{ $matter }（{ $source }），所用规则不是法律为这一项定的规则
minutes-vote-cost = 按应出的钱算：{ $sides }，合计{ $all }
minutes-vote-cost-side = { $side }的户{ $amount }
minutes-vote-cost-silent = 没有表态的户{ $amount }
minutes-vote-pledged = 谁同意谁出：由赞成的{ $households }分摊时，最高一户{ $highest }

# 维修资金
fund-use = 使用维修资金
fund-raise = 筹集维修资金
fund-misfit-owners = { $matter }要由业主共同决定，用这条规则通过也不能动钱；应当用“{ $title }”（{ $source }）。
fund-misfit-matter = 这条规则管的是别的事项；{ $matter }应当用“{ $title }”（{ $source }）。
fund-misfit-thresholds = 这条规则的比例和{ $source }不一样；有当地规定才用，没有就用“{ $title }”。

# 投影：谁来出钱
card-due = 一户应出
card-compare = 方案对比
payers-cost-of-sides = 各方应出的钱
payers-column-heads = 人数
payers-column-area = 面积（㎡）
payers-column-cost = 应出（元）
payers-column-all = 合计
payers-silent = 没表态
payers-vote-pledged = 由赞成的 { $households }出，最高一户 { $highest }
payers-my-due = 我家要出多少
payers-pays = 应出
payers-receives = 可得
payers-shared = 一共 { $total }，{ $households }分摊
payers-now = 谁同意谁出：现在 { $households }同意，这一户出 { $amount }
payers-now-without = 谁同意谁出：现在 { $households }同意，这一户还没说同意
payers-agreed-rule = 谁同意谁出：同意的户分摊，不同意的户不出
payers-compare = 两个方案比一比
payers-before = 原方案：{ $rule }
payers-after = 新方案：{ $rule }
payers-lower = 少出
payers-higher = 多出
payers-same = 不变
payers-together = 共 { $amount }
payers-column-door = 房号
payers-column-before = 原来（元）
payers-column-after = 现在（元）
payers-column-by = 相差（元）

# 主持台：谁来出钱
payers-who = 由谁出
payers-who-everybody = 各户都出
payers-who-agreed = 谁同意谁出
payers-line-join = ；
payers-ask = 查一户要出多少…
payers-ask-note = 按房号或姓名拼音找一户，念给他听，也可以只把房号和金额投到屏幕上。
payers-project = 投影这一户
payers-preview = 投影上只有房号和金额，没有姓名和减免
payers-not-on-sheet = { $door } 不在这份分摊表上，不用出。
payers-shared-label = 总额
payers-weight = 份量
payers-weight-of = { $weight }（全部 { $all }）
payers-share = 分得
payers-relief = 减免
payers-compensation = 补偿
payers-less = 减 { $amount }
payers-due = 应出
payers-compare-do = 和另一版比…
payers-compare-project = 投影对比
payers-version-before = 原来的方案
payers-version-after = 现在的方案
payers-version = 第 { $n } 版　{ $line }
payers-compare-line = { $lower }少出，共 { $saved }；{ $higher }多出，共 { $added }；{ $same }不变
fund-caption = 维修资金
fund-none = 不涉及
fund-line = { $matter }（{ $source }）
fund-fits = { $matter }，依据{ $source }
fund-misfit = 规则不合适：本项涉及{ $matter }
fund-take-rule = 换成这一条

# 谁同意谁出：收集意向
pledges-now = 已同意
pledges-of = 一共 { $households }
pledges-highest = 现在最高一户（元）
pledges-highest-note = 只由已同意的户分摊
pledges-least = 都同意时最高一户（元）
pledges-least-note = { $households }分摊
pledges-over = 超过上限
pledges-over-note = 要出的比说的上限多
pledges-none = 还没有一户同意
pledges-rule = 谁同意谁出：每多一户同意，其余各户就少出一些。定下来以前不收钱。
pledges-affordable = 已同意的户都在自己说的上限以内，可以定下来
pledges-unaffordable = 现在定不下来：至少再有 { $needed }同意，才没有人超过上限
pledges-never = 定不下来：就算各户都同意，也有人超过自己说的上限
pledges-over-one = { $door } 要出 { $share }，最多能出 { $limit }
pledges-over-more = { $list }……共 { $households }
pledges-settle = 定下来
pledges-settle-by = 定下来：由 { $households }出
pledges-if-all = 都同意时
pledges-mine = 现在要出
pledges-not-in = 没同意，不出
pledges-limit = 最多能出（元）
pledges-limit-hint = 没说就空着
pledges-note = 同意的户按现在的户数分摊；这里只记意向，不算欠钱。
pledges-column-all = 都同意时（元）
pledges-column-now = 现在要出（元）
pledges-column-limit = 最多能出（元）
pledges-sum-note = 还在收集意向：谁也没有交钱，谁也不欠钱

### plugin
## The commands for whoever writes a procedure: what was found, what was kept, what to do.
plugin-help-new = 新建一份可以改的清单插件，用 Rust（--lang rust，默认）或 JavaScript（--lang js）
plugin-help-build = 把源代码编译成一个 .fz.wasm 文件
plugin-help-check = 把采用前的每一步都走一遍，打印给人看的说明
plugin-help-test = 运行插件自带的算例，列出每一处不同
plugin-help-name = 新文件夹的名称，也是插件的编号，如 my-checklist
plugin-help-lang = 用什么写：rust（默认）或 js；也可以是回答用的语言：zh-CN 或 en
plugin-help-folder = 源代码所在的文件夹，不写就是当前文件夹
plugin-help-what = .fz.wasm 文件或源代码所在的文件夹，不写就是当前文件夹
plugin-help-update = 把现在的结果写进 cases.jsonl，作为以后应有的结果
plugin-help-case = 用自带的一个算例，不用名册
plugin-help-page = 打印页面、状态大小、用掉的燃料和日志
plugin-help-watch = 源代码一改就重新编译、重放、再打印
plugin-new-bad-name = 插件不能叫“{ $name }”，什么也没做；请用小写英文字母开头，只用小写字母、数字和 -
plugin-new-bad-language = 插件不能用“{ $value }”写，什么也没做；--lang 后面写 rust 或 js（写 zh-CN 或 en 则是回答用的语言）
plugin-new-exists = { $path } 已经有了，什么也没做；请换个名称，或先把它移走
plugin-new-done-rust = 已新建 { $path }（Rust）。接下来：
      cd { $path }
      cargo test                     先在本机试规则，不需要 WebAssembly
      fangzhuo plugin build          编译
      fangzhuo plugin test           运行 cases.jsonl 里的算例
      fangzhuo plugin run . --watch  边改边看页面
plugin-new-done-js = 已新建 { $path }（JavaScript）。接下来：
      cd { $path }
      fangzhuo plugin build          编译（第一次要从 npm 取 componentize-qjs）
      fangzhuo plugin test           运行 cases.jsonl 里的算例
      fangzhuo plugin run . --watch  边改边看页面
plugin-cannot-write = 写不进 { $path }（{ $detail }）；请看看磁盘和权限再试
plugin-no-file = 没有 { $path }，什么也没做；插件的文件夹里要有 { $file }，可以用 fangzhuo plugin new 新建一个来对照
plugin-no-sources = { $path } 里没有 Cargo.toml，也没有 package.json，什么也没做；请到插件的文件夹里运行，或先用 fangzhuo plugin new 新建
plugin-bad-manifest = { $path } 第 { $line } 行的 { $key } 有错：{ $detail }；什么也没做，请改好再编译
plugin-bad-manifest-line = { $path } 第 { $line } 行有错：{ $detail }；什么也没做，请改好再编译
plugin-no-rust = 这台电脑没有 Rust，什么也没做；请先到 rustup.rs 安装 Rust，再试一次
plugin-no-target = 这台电脑的 Rust 还不能编译 WebAssembly，什么也没做；请运行 { $command }，再试一次
plugin-no-tool = 找不到 { $tool }，什么也没做；请先安装（JavaScript 插件要有 Node.js 18 或更新），再试一次
plugin-rust-failed = 源代码没有编译成功，原来的 .fz.wasm 没有动；请看编译器指出的地方，改好再试
plugin-js-failed = componentize-qjs 没有编译成功，原来的 .fz.wasm 没有动；请看它指出的地方，改好再试
plugin-no-module = 编译完了，却没有得到 WebAssembly 文件；请核对 Cargo.toml 里有 crate-type = ["cdylib"]
plugin-not-packed = 编译出来的不是插件（{ $detail }）；请核对源代码最后有 fangzhuo_sdk::procedure!(…)
plugin-building = 正在编译 { $id }
plugin-building-first-rust = 正在编译 { $id }，这是第一次：cargo 要取来缺的部分，全部编译一遍，可能要几分钟；以后只要几秒
plugin-building-first-js = 正在编译 { $id }，这是第一次：还没有 componentize-qjs 的话，npm 要先取来（38 MB），可能要几分钟；以后只要几秒
plugin-fetching-compiler = 正在取来并解开 Debian 的 WebAssembly 编译器（100 MB，每台电脑只要一次），可能要几分钟
plugin-built = 已编译 { $path }，{ $size }
plugin-with-detail = { $sentence }（详情：{ $detail }）
plugin-sheet-title = { $title }（{ $id } { $version }）
plugin-sheet-authors = 作者：{ $authors }；许可：{ $licence }
plugin-sheet-setting = 要填：{ $label }（{ $id }，{ $kind }）{ $required }
plugin-sheet-setting-default = 要填：{ $label }（{ $id }，{ $kind }），默认 { $default }{ $required }
plugin-sheet-required = ，必填
plugin-sheet-table = 要一张表 { $id }：{ $columns }
plugin-sheet-reads = 看得到：每户的类别、楼栋、单元、楼层、面积、人数
plugin-sheet-reads-columns = 看得到：每户的类别、楼栋、单元、楼层、面积、人数，和在设置里选中的名册列
plugin-sheet-cannot = 看不到：姓名、电话、备注、文件、网络、时钟
plugin-sheet-cases = 自带算例 { $count } 个，结果都对
plugin-kind-text = 文字
plugin-kind-flag = 是或否
plugin-kind-integer = 整数
plugin-kind-money = 金额
plugin-kind-decimal = 小数
plugin-kind-day = 日期
plugin-kind-choice = 选一项
plugin-kind-column = 名册的一列
plugin-test-none = 一个算例也没有；请在 cases.jsonl 里至少写一行
plugin-test-wrong = { $count } 个算例里有 { $wrong } 个结果不同；是规则错了就改源代码，是算例旧了就运行 fangzhuo plugin test --update
plugin-test-all-hold = { $count } 个算例，结果都对
plugin-test-updated = { $path } 改了 { $count } 行，改动如上，请逐条看过；原来的留在 { $old }
plugin-test-update-needs-folder = --update 要改 cases.jsonl，什么也没做；请写源代码所在的文件夹，不要写 .fz.wasm 文件
plugin-no-case = 没有叫“{ $case }”的算例，什么也没做；有的是：{ $known }
plugin-bad-case = 算例“{ $case }”用不了（{ $detail }）；请改好 cases.jsonl 再试
plugin-watch-needs-folder = --watch 要看着源代码，什么也没做；请写插件的文件夹，不要写“{ $plugin }”
plugin-watch-round = ======== 第 { $round } 次 ========
plugin-watch-same = 结果和上一次一样
plugin-watch-desk = 工作台上的页面
plugin-watch-screen = 大屏幕上的页面
plugin-watch-conclusion = 结论
plugin-watch-state = 状态 { $size }（最多 { $most }）
plugin-watch-fuel = 燃料（最贵的一次，占上限）：{ $shares }
plugin-watch-log = 日志：
plugin-show-folded = （收起）
plugin-show-veto = 一票否决
plugin-show-needs-photo = 要照片
plugin-show-photos = 照片 { $count } 张
plugin-show-carry = 带给下一个程序：
plugin-show-due = { $day }前
plugin-show-refused = { $sentence }（{ $code }）
plugin-show-refused-at = { $sentence }（{ $code }，在 { $at }）

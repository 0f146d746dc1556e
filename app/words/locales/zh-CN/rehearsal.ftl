### rehearsal
# 演练：副本、放映、离开
rehearsal-no-copy = 副本没有做成（{ $detail }），没有开始演练；原来的文件没有动
rehearsal-not-kept = 没有另存成（{ $detail }）；演练还开着，换个地方再存一次
rehearsal-kept-name = { $title }-演练.fz
rehearsal-community = 演练小区（编造）
rehearsal-place = 社区活动室

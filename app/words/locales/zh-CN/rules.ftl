### rules
# 表决规则页
rules-id-shipped = 编号 { $id } 是程序自带规则的，请换一个
rules-file-problem = { $file }：{ $problem }；这条规则没有采用，改好文件后再读一次

### roll

# 附件
scan-too-large = { $file } 超过 20 MB，没有附上；请把照片压小一些再附
scan-other-kind = { $file } 不是照片或扫描件，没有附上；请另存为 .jpg、.png 或 .pdf 再附

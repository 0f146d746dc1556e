### roll

# Attachments
scan-too-large = { $file } is larger than 20 MB and was not attached; make the picture smaller first
scan-other-kind = { $file } is no photo or scan and was not attached; save it as .jpg, .png or .pdf first

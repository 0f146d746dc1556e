### common
product-name = 小方桌
product-motto = 大家的事，坐下来商量

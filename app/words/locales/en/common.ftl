### common
product-name = Fangzhuo
product-motto = Matters of all, settled at one table

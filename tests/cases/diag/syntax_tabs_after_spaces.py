if x:
  	y

print("shingle")

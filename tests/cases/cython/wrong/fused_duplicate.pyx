ctypedef fused T:
    int
    int

# error 3:4: Type specified multiple times

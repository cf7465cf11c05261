TURN = 6.25


def turn(double x):
    global TURN
    TURN = x
    return TURN

"""What teaches the program in the program itself: the manual, the tour, what is new, the parts it is made of."""

"""A nation of fictional plans: every office, name, number and sentence in it is made up."""

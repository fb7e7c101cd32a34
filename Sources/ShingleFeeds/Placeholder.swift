import Shingle

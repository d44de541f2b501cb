"""The desk's view of containers, trailers, wagons and trucks: what is aboard, who saw it, whether it was opened."""

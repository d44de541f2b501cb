"""The page of a party, and the drawn links."""

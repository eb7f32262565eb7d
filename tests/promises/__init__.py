"""What the product promises in words, and the test that does what each of them says."""

"""What readers see, in words and addresses, without a screen to show it on."""

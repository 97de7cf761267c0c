"""What readers are shown and how it is addressed, without any screen to show it on."""

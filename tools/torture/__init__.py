"""The fault suite at full length (make torture): writes docs/reliability.md, fails on any loss."""

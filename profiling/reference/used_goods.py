"""Used machinery, vehicle parts and scrap: goods with hollows in which something was found more than once (C19)."""

SCRAP = ("7204", "7404", "7503", "7602", "7802", "7902", "8002", "8549", "4004", "4707", "6309", "6310")
VEHICLE_PARTS = ("8409", "8706", "8707", "8708")
# Chapters in which "used" means a machine or vehicle with room inside.
HOLLOW_CHAPTERS = ("84", "85", "86", "87", "73")

USED_TERMS = """
    used, second hand, secondhand, second-hand, pre owned, refurbished, reconditioned, overhauled, scrap, dismantled,
    б/у, б у, бу, бывший в употреблении, бывшие в употреблении, бывшая в употреблении, бывшее в употреблении,
    подержанный, подержанные, подержанная, восстановленный, восстановленные, контрактный, контрактные,
    лом, разобранный, колдонулган, эски, пайдаланылган
"""

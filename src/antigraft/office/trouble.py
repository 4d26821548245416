"""Why an office file cannot be made, in one line."""


class MissingExtraError(Exception):
    """The libraries of an optional extra are not installed."""

    def __init__(self, form: str, extra: str) -> None:
        """Say what to install, in both languages."""
        install = f'pip install "antigraft[{extra}]"'
        self.th = f"ยังไม่ได้ติดตั้งส่วนที่ใช้ออก {form} ให้เรียก {install}"
        self.en = f"what makes {form} is not installed; run {install}"
        super().__init__(self.en)

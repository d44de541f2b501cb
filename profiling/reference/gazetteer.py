"""Places of the Kyrgyz Republic: where they are, and which are border districts or bazaars near crossings (B09, B13).

Names as papers write them; latitude and longitude rounded. border: a district of the border with places where it can be
crossed unseen, or a bazaar that lives on such trade. [inferred from public reports; officers know better: extend it]
"""

from dataclasses import dataclass

from consignments.keys.transliteration import latin_keys

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """rank: a village or bazaar (3) tells more than a district or town (2), and that more than an oblast (1)."""

    name: str
    at: Point
    rank: int = 2
    border: bool = False


# names: place
_PLACES = {
    "bishkek, бишкек, frunze, фрунзе": Place("Bishkek", (42.87, 74.59)),
    "tokmok, токмок, tokmak, токмак": Place("Tokmok", (42.84, 75.29)),
    "kara balta, кара балта": Place("Kara-Balta", (42.81, 73.85)),
    "chui, chuy, чуй, чуйская, чүй": Place("Chui", (42.8, 74.6), 1),
    "dordoi, dordoy, дордой": Place("Dordoi bazaar", (42.94, 74.62), 3),
    "talas, талас": Place("Talas", (42.52, 72.24)),
    "naryn, нарын": Place("Naryn", (41.43, 75.99)),
    "at bashi, at bashy, ат баши, ат башы": Place("At-Bashy", (41.17, 75.81)),
    "karakol, каракол": Place("Karakol", (42.49, 78.39)),
    "balykchy, балыкчы, rybachye, рыбачье": Place("Balykchy", (42.46, 76.19)),
    "osh, ош": Place("Osh", (40.53, 72.80)),
    "oshskaya, ошская, osh oblasty, ош облусу, osh oblast": Place("Osh oblast", (40.3, 73.0), 1),
    "jalal abad, jalalabad, джалал абад, жалал абад, jalalabat, жалалабат": Place("Jalal-Abad", (40.93, 73.0)),
    "kara suu, karasuu, кара суу, kara su, карасуу": Place("Kara-Suu", (40.70, 72.87), border=True),
    "turatali, туратали, тураталы": Place("Turatali bazaar", (40.70, 72.86), 3, border=True),
    "uzgen, узген, ozgon, өзгөн, uzgon": Place("Uzgen", (40.77, 73.30)),
    "nookat, ноокат, naukat, наукат": Place("Nookat", (40.27, 72.62)),
    "aravan, араван": Place("Aravan", (40.51, 72.50), border=True),
    "gulcha, гульча, gulcho, гүлчө": Place("Gulcho", (40.32, 73.44)),
    "sary tash, сары таш": Place("Sary-Tash", (39.73, 73.25), 3),
    "daroot korgon, дароот коргон, chon alay, чон алай, чоң алай": Place("Chong-Alay", (39.55, 72.2), border=True),
    "suzak, сузак": Place("Suzak", (40.90, 72.90)),
    "bazar korgon, базар коргон": Place("Bazar-Korgon", (41.04, 72.75), border=True),
    "kok jangak, кок жангак": Place("Kok-Jangak", (41.03, 73.2)),
    "mailuu suu, майлуу суу": Place("Mailuu-Suu", (41.28, 72.46), border=True),
    "tash komur, таш кумыр, таш көмүр": Place("Tash-Komur", (41.35, 72.22)),
    "kerben, кербен, aksy, аксы": Place("Aksy", (41.5, 71.75), border=True),
    "ala buka, ала бука": Place("Ala-Buka", (41.40, 71.47), border=True),
    "toktogul, токтогул": Place("Toktogul", (41.87, 72.94)),
    "batken, баткен": Place("Batken", (40.06, 70.82), border=True),
    "batkenskaya, баткенская, баткен облусу, batken oblast": Place("Batken oblast", (39.9, 71.0), 1),
    "samarkandek, самаркандек": Place("Samarkandek", (39.94, 70.55), 3, border=True),
    "ak sai, ак сай, ak say": Place("Ak-Sai", (39.93, 70.62), 3, border=True),
    "kok tash, кок таш, көк таш": Place("Kok-Tash", (39.96, 70.67), 3, border=True),
    "maksat, максат": Place("Maksat", (40.0, 69.7), 3, border=True),
    "kulundu, кулунду": Place("Kulundu", (40.1, 69.75), 3, border=True),
    "leilek, лейлек, isfana, исфана, razzakov, раззаков": Place("Leilek", (39.84, 69.53), border=True),
    "sulukta, сулюкта, sulyukta, сүлүктү": Place("Sulukta", (39.94, 69.57), border=True),
    "kadamjay, kadamjai, кадамжай": Place("Kadamjay", (40.13, 71.75), border=True),
    "kyzyl kyya, kyzyl kiya, кызыл кия, кызыл кыя": Place("Kyzyl-Kyya", (40.26, 72.13), border=True),
}
PLACES: dict[str, Place] = {key: place for names, place in _PLACES.items() for key in latin_keys(names)}

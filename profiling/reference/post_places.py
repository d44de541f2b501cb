"""Where posts and towns abroad lie, for the map of a route: latitude and longitude, rounded to a kilometre or two.

[inferred from public maps; officers know better: correct it] A post that is not here is drawn by its neighbour.
"""

from consignments.keys.transliteration import latin_keys
from profiling.reference.centres_of_trade import Point

POST_PLACES: dict[str, Point] = {
    "KYZYL_BEL": (39.98, 70.05),
    "KULUNDU": (40.09, 69.72),
    "KAIRAGACH": (39.98, 69.40),
    "KYZYL_KYYA": (40.30, 72.10),
    "KARA_BAGISH": (40.12, 71.05),
    "KARAMYK": (39.48, 71.78),
    "BOR_DOBO": (39.50, 73.20),
    "DOSTUK": (40.57, 72.75),
    "KENG_SAY": (40.75, 72.90),
    "IRKESHTAM": (39.68, 73.93),
    "OSH_RAIL": (40.55, 72.81),
    "OSH_INLAND": (40.53, 72.80),
}
# Towns from which goods come or to which they go, as papers write them.
_TOWNS_ABROAD: dict[str, Point] = {
    "kashi, kashgar, кашгар": (39.47, 75.99),
    "artux, artush, атуш": (39.72, 76.17),
    "wuqia, улугчат": (39.72, 75.26),
    "urumqi, урумчи": (43.83, 87.62),
    "korla, корла": (41.76, 86.15),
    "khorgos, хоргос": (44.22, 80.41),
    "xian, сиань": (34.34, 108.94),
    "yiwu, иу": (29.31, 120.08),
    "hangzhou, ханчжоу": (30.27, 120.16),
    "foshan, фошань": (23.02, 113.12),
    "guangzhou, гуанчжоу": (23.13, 113.26),
    "shenzhen, шэньчжэнь": (22.54, 114.06),
    "shanghai, шанхай": (31.23, 121.47),
    "beijing, пекин": (39.90, 116.40),
    "toshkent, tashkent, ташкент, тошкент": (41.30, 69.24),
    "andijon, andijan, андижан, андижон": (40.78, 72.34),
    "fargona, fargʻona, fergana, фергана, фарғона": (40.38, 71.79),
    "qoqon, qo'qon, kokand, коканд, қўқон": (40.53, 70.94),
    "namangan, наманган": (41.00, 71.67),
    "samarqand, samarkand, самарканд": (39.65, 66.96),
    "buxoro, bukhara, бухара, бухоро": (39.77, 64.43),
    "termiz, термез": (37.22, 67.28),
    "dushanbe, душанбе": (38.56, 68.77),
    "khujand, xujand, худжанд, хуҷанд": (40.28, 69.63),
    "isfara, исфара": (40.13, 70.63),
    "konibodom, канибадам, конибодом": (40.29, 70.43),
    "panjakent, пенджикент, панҷакент": (39.50, 67.61),
    "kulob, куляб, кӯлоб": (37.91, 69.78),
    "almaty, алматы": (43.24, 76.89),
    "astana, астана": (51.16, 71.47),
    "shymkent, шымкент": (42.32, 69.60),
    "taraz, тараз": (42.90, 71.37),
    "qostanay, kostanay, костанай, қостанай": (53.21, 63.63),
    "moskva, moscow, москва": (55.75, 37.62),
    "naberezhnye chelny, набережные челны": (55.74, 52.40),
    "novosibirsk, новосибирск": (55.03, 82.92),
    "ekaterinburg, yekaterinburg, екатеринбург": (56.84, 60.61),
    "kazan, казань": (55.79, 49.12),
    "minsk, минск": (53.90, 27.57),
    "tehran, тегеран": (35.69, 51.39),
    "mashhad, мешхед": (36.30, 59.60),
    "kabul, кабул": (34.53, 69.17),
    "mazar i sharif, мазари шариф": (36.71, 67.11),
    "istanbul, стамбул": (41.01, 28.98),
    "dubai, дубай": (25.20, 55.27),
    "karachi, карачи": (24.86, 67.01),
    "ashgabat, ашхабад, ашгабат": (37.95, 58.38),
}
TOWNS_ABROAD: dict[str, Point] = {key: at for names, at in _TOWNS_ABROAD.items() for key in latin_keys(names)}

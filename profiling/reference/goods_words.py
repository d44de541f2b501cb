"""Words that name goods, and the HS chapters such goods may be of (C03), in English, Russian and Kyrgyz. Own wording.

A stem of four letters or more stands for every word that begins with it. Chapters are given widely: a word that might
be of a chapter must not call it wrong.
"""

# stems: chapters
GOODS_WORDS = {
    "meat, beef, mutton, poultry, chicken, мясо, говядина, баранина, курица": "01 02 05 16 23",
    "fish, salmon, trout, рыба, балык, форель": "03 16 23 56 73 89 95",
    "milk, cheese, butter, yoghurt, молоко, молочн, сыр, сметана, кефир": "04 19 21 32 35",
    "honey, egg, eggs, мёд, яйца, яйцо, жумуртка": "04 21",
    "potato, картофель, картошка, картөшкө": "07 10 11 19 20",
    "onion, garlic, carrot, cabbage, tomato, cucumber, лук, лука, чеснок, морковь, капуста, помидор, томат, огурц, "
    "огурец, пияз, сабиз": "07 09 12 20 21",
    "apple, apricot, cherry, peach, grape, melon, watermelon, banana, lemon, pomegranate, яблок, абрикос, черешн, "
    "персик, виноград, дыни, арбуз, банан, лимон, гранат, өрүк, жүзүм": "08 20 22 93",
    "raisin, walnut, almond, pistachio, prune, изюм, орех, миндаль, фисташк, чернослив, курага, сухофрукт, жаңгак, "
    "мейиз": "08 12 20",
    "wheat, barley, maize, пшениц, ячмень, кукуруз, буудай": "10 11 12 19 23",
    "rice, рис, күрүч": "10 11 19",
    "flour, мука, муки": "11 19 23",
    "sugar, сахар, шекер": "12 17 18 21",
    "chocolate, candy, confectionery, шоколад, конфет, кондитерск": "17 18 19 20 21",
    "juice, lemonade, wine, vodka, beer, whisky, сок, лимонад, вино, водка, пиво, коньяк, виски, арак": "20 22",
    "cigarette, tobacco, cigar, сигарет, табак, тамеки": "24 48 84",
    "cement, gypsum, цемент, гипс, песок": "25 26 68",
    "coal, уголь, көмүр": "27 28 38 44",
    "petrol, gasoline, diesel, kerosene, бензин, дизельн, керосин": "22 27 34 38",
    "medicine, tablet, vaccine, antibiotic, лекарств, медикамент, вакцин, антибиотик": "12 28 29 30 38 84 85",
    "fertilizer, fertiliser, удобрени, семирткич": "25 28 31 38",
    "paint, varnish, lacquer, краска, краски, эмаль": "32 34 38 39 96 97",
    "perfume, shampoo, soap, toothpaste, духи, парфюм, шампун, мыло, самын": "33 34 38",
    "shirt, tshirt, trousers, dresses, jacket, jeans, blouse, sweater, skirt, футболк, рубашк, брюк, плать, куртк, "
    "джинс, блуз, свитер, юбк, костюм, пальто, көйнөк, шым": "39 40 42 43 61 62 63 95",
    "socks, hosiery, носки, носков, колготк, чулки, байпак": "30 61 62",
    "shoes, boots, sneaker, sandal, slipper, обувь, туфл, ботинк, кроссовк, сапог, тапочк, сандал": "40 64 95",
    "blanket, towel, curtain, bedding, одеял, полотенц, штор, занавес, постельн": "58 60 61 62 63 85 94",
    "carpet, rug, ковёр, ковры, ковров, килем": "39 40 56 57",
    "fabric, cloth, ткань, ткани, полотно, кездеме": "39 40 50 51 52 53 54 55 56 57 58 59 60 61 62 63 70",
    "yarn, пряжа, пряжи": "39 40 50 51 52 53 54 55 56 70",
    "tyre, tyres, шина, автошин, покрышк": "40",
    "brick, tile, tiles, кирпич, плитка, плитки, кафель": "18 25 38 39 44 57 68 69 70 85",
    "glass, стекло, стекла, айнек": "39 70 71 76 85 87 90 94",
    "furniture, sofa, chair, mattress, мебель, диван, стул, матрас, эмерек": "39 40 44 46 63 68 73 76 94",
    "toys, игрушк, кукла, куклы, оюнчук": "39 42 44 49 61 62 63 85 95",
    "book, books, textbook, книга, книги, учебник, китеп": "48 49",
    "telephone, smartphone, phone, телефон, смартфон": "39 42 73 85 90",
    "laptop, computer, printer, ноутбук, компьютер, принтер": "42 84 85 94",
    "refrigerator, холодильник, кондиционер, муздаткыч": "33 73 84 85 39",
    "television, телевизор": "73 85 90 94",
    "battery, accumulator, аккумулятор, батарейк": "39 84 85 87 90",
    "tractor, excavator, bulldozer, трактор, экскаватор, бульдозер": "40 73 82 84 85 87 95",
    "bicycle, motorcycle, motorcar, велосипед, мотоцикл": "40 73 84 85 87 95",
    "timber, plywood, lumber, пиломатериал, фанер": "44 94",
    "livestock, sheep, cattle, овцы, баран": "01 02 05 16 23 41 43 51 57 61 62 63",
    "hides, leather, шкур, кожсырь": "41 42 43 61 62 64 68 87 94",
    "wristwatch, часы": "42 85 91",
    "rifle, pistol, ammunition, винтовк, пистолет, патроны": "36 84 85 93 95",
}  # fmt: skip

# What describes goods and names none.
QUALIFIERS = """
    fresh, dried, frozen, new, men, women, children, mens, womens, ladies, cotton, knitted, plastic, white, black,
    red, in, of, the, and, pcs, kg, net, gross, first, grade, свежий, свежая, свежие, сушеный, сушеная, новые, новый,
    мужские, женские, детские, хлопковые, трикотажные, белый, черный, в, и, на, из, сорт, кг, шт, мешках, мешки, жаңы,
    эркек, аял, балдар, таза
"""

# In these chapters goods words say what the article is for: a potato harvester, a cement bag.
ARTICLES_FOR = frozenset(
    ["39", "40", "42", "48", "49", "63", "73", "76", "82", "83", "84", "85", "86", "87", "90", "94", "95", "96"]
)

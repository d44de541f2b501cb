"""Goods terms that tell nothing (C01), in the languages of the trade.

A description is vague when every part of it is one of these terms, perhaps with a qualifier, a count or a packing:
"parts", "various household goods, 20 ctns". "Brake parts for KAMAZ trucks" names a good and is not. Own wording.
"""

TERMS = """
    general cargo, cargo, goods, general goods, general merchandise, merchandise, consolidated cargo, consolidated
    goods, consolidation, groupage, groupage cargo, freight of all kinds, freight all kinds, fak, said to contain,
    stc, commodity, commodities, products, product, articles, items, stuff, things, parts, part, spare parts, spare
    part, spares, auto parts, car parts, vehicle parts, machine parts, components, accessories, fittings, machinery,
    machine, machines, equipment, tools, hardware, apparatus, devices, appliances, household appliances, electronics,
    electronic goods, electric goods, electrical goods, consumer goods, household goods, household items, household
    articles, daily necessities, daily use goods, personal effects, personal belongings, personal goods, samples,
    sample, trade samples, gift, gifts, gift items, souvenirs, present, presents, foodstuffs, foodstuff, food, food
    products, provisions, chemicals, chemical, chemical products, chemical goods, liquid, liquids, powder, powders,
    textile, textiles, textile goods, textile products, apparel, clothing, clothes, wearing apparel, garments,
    plastic goods, plastic products, plastic articles, rubber articles, metal goods, metal products, metal articles,
    steel products, iron products, wood products, paper products, glass products, building materials, construction
    materials, raw materials, material, materials, industrial goods, haberdashery, stationery goods, toys and other,
    as per invoice, as per attached, as per attached list, as per packing list, as per documents, as per contract,
    see invoice, see attached, see attached list, see documents, various, miscellaneous, misc, other, others, etc,
    assorted, mixed, mixed goods, mixed load, unknown, not specified, humanitarian aid,

    сборный груз, груз, грузы, товар, товары, товары разные, товары народного потребления, тнп, товары широкого
    потребления, потребительские товары, промышленные товары, промтовары, ширпотреб, хозяйственные товары, хозтовары,
    бытовые товары, товары для дома, предметы домашнего обихода, предметы быта, домашние вещи, личные вещи, вещи,
    имущество, изделия, предметы, продукция, продукты, продукты питания, пищевые продукты, продовольственные товары,
    продовольствие, запчасти, запасные части, автозапчасти, запчасти для автомобилей, запасные части для автомобилей,
    части, детали, комплектующие, принадлежности, аксессуары, фурнитура, оборудование, техника, бытовая техника,
    машины, механизмы, аппаратура, устройства, приборы, инструменты, инструмент, электроника, электротовары,
    электрооборудование, образцы, образец, подарки, сувениры, химия, бытовая химия, химикаты, химическая продукция,
    химические вещества, химтовары, жидкость, жидкости, порошок, текстиль, текстильные изделия, ткани, одежда, вещи
    носильные, галантерея, пластмассовые изделия, изделия из пластмассы, изделия из пластика, металлоизделия,
    металлические изделия, изделия из металла, изделия из дерева, изделия из стекла, резиновые изделия,
    стройматериалы, строительные материалы, материалы, сырьё, согласно инвойсу, согласно инвойса, по инвойсу,
    согласно спецификации, согласно документам, согласно приложению, по приложению, см приложение, разное, разные,
    прочее, прочие, прочие товары, разные товары, смешанный груз, не указано, гуманитарная помощь,

    жүк, жүктөр, аралаш жүк, товарлар, буюм, буюмдар, ар түрдүү товарлар, ар кандай товарлар, эл керектөөчү товарлар,
    керектөө товарлары, тиричилик буюмдары, үй буюмдары, чарба товарлары, жеке буюмдар, өздүк буюмдар, тетиктер,
    запас тетиктер, запастык бөлүктөр, машина тетиктери, автотетиктер, жабдуу, жабдуулар, техника, шаймандар,
    аспаптар, үлгүлөр, үлгү, белектер, белек, азык түлүк, азык заттар, тамак аш, химиялык заттар, химиялык
    каражаттар, суюктук, кукум, кездеме, кездемелер, кийим, кийимдер, кийим кече, курулуш материалдары, чийки зат,
    инвойс боюнча, тиркеме боюнча,

    yuk, yuklar, tovar, tovarlar, xalq iste'mol mollari, mollar, mol, buyumlar, ehtiyot qismlar, qismlar, butlovchi
    qismlar, asbob uskunalar, uskunalar, jihozlar, shaxsiy buyumlar, namunalar, sovg'alar, oziq ovqat, oziq ovqat
    mahsulotlari, kimyoviy moddalar, suyuqlik, kukun, kiyim, kiyimlar, gazlama, qurilish materiallari, xomashyo,
    turli tovarlar, юк, юклар, товар ва моллар, халқ истеъмол моллари, моллар, эҳтиёт қисмлар, қисмлар, жиҳозлар,
    ускуналар, шахсий буюмлар,

    бор, борҳо, мол, молҳо, молҳои мардумӣ, молҳои ниёзи мардум, қисмҳои эҳтиётӣ, таҷҳизот, ашёи шахсӣ, намунаҳо,
    тӯҳфаҳо, озуқаворӣ, хӯрокворӣ, моддаҳои химиявӣ, либос, матоъ, масолеҳи сохтмонӣ, ашёи хом,

    genel kargo, karışık yük, muhtelif eşya, muhtelif mallar, ticari eşya, eşya, yedek parça, yedek parçalar, parça,
    aksesuar, makine, makina, ekipman, aletler, numune, hediyelik eşya, gıda, kimyasal, tekstil, giyim eşyası, ev
    eşyası,

    货物, 杂货, 百货, 日用百货, 日用品, 商品, 产品, 配件, 零件, 零配件, 汽车配件, 机械, 机器, 设备, 电子产品, 样品,
    礼品, 食品, 化工产品, 服装, 纺织品, 塑料制品, 五金, 建材, 个人物品
"""

# Words around a term that do not make it a good.
QUALIFIERS = """
    said to contain, various, assorted, different, misc, miscellaneous, mixed, other, others, new, used, second hand,
    general, commercial, and, of, the, for, sale, in, assortment, etc, incl, including, all, kinds, kind, types,
    chinese, imported, cargo of, разные, разный, разное, различные, прочие, прочее, другие, иные, новые, новый,
    новая, новое, б у, бу, бывшие, в, употреблении, ассортименте, и, или, для, китайские, китайский, импортные,
    сборные, и др, и пр, др, пр, т д, т п, ар, түрдүү, кандай, башка, жаңы, жана, менен, кытай, turli, xil, va, ва,
    гуногун, нав, muhtelif, çeşitli, yeni, ve
"""

# Units and packings: "parts 20 ctns" is "parts". Numbers are dropped as well.
UNITS = """
    pcs, pc, piece, pieces, ctn, ctns, carton, cartons, box, boxes, case, cases, pkg, pkgs, package, packages, bag,
    bags, bale, bales, pallet, pallets, plt, roll, rolls, set, sets, unit, units, kg, kgs, kilo, ton, tons, mt, cbm,
    m3, gross, net, weight, шт, штук, штука, кор, короб, коробок, коробки, ящик, ящиков, ящики, мест, место, места,
    кг, тн, тонн, тонна, мешок, мешков, мешки, паллет, паллеты, поддон, поддонов, рулон, рулонов, упак, упаковок,
    компл, комплект, комплектов, брутто, нетто, вес, даана, куту, кап, кутуча, dona, quti, адет, adet, koli, kutu,
    件, 箱, 个
"""

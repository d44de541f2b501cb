"""Words by which a name shows what kind of party it is, in the languages of the trade.

Comma-separated, as printed; `latin_keys` reads them. Own selection: extend it from what officers meet.
"""

# A08: what is typed to fill a mandatory field. Whole names only, never parts of a name.
PLACEHOLDERS = """
    private, private person, private individual, individual, person, physical person, unknown, not known, unnamed,
    no name, noname, none, nil, null, na, n/a, n.a., not available, not applicable, tba, tbc, tbd, to be advised,
    to be announced, to be confirmed, test, test test, sample, asd, asdf, qwerty, abc, name, company, consignee,
    consignor, shipper, sender, receiver, client, customer, owner, various, same, blank, empty, as per invoice, as
    per documents, частное лицо, физическое лицо, физ лицо, физлицо, неизвестно, не известно, неизвестен,
    неизвестный, не указано, не указан, не установлен, нет, нет данных, без имени, отсутствует, уточняется,
    прочие, получатель, отправитель, грузополучатель, грузоотправитель, клиент, заказчик, владелец, тест, согласно
    инвойсу, согласно документам, н/д, белгисиз, белгилүү эмес, жок, аты жок, маалымат жок, жеке адам, жеке жак,
    алуучу, жөнөтүүчү, номаълум, маълум эмас, йўқ, йуқ, noma'lum, yo'q, jismoniy shaxs, жисмоний шахс, шахси
    воқеӣ, нест, маълум нест, belirsiz, yok, bilinmiyor, особа, 未知, 不详, 无, 个人, 私人, 收货人, 发货人
"""

# A07: the party's business is moving other people's goods.
FORWARDER_WORDS = """
    forwarding, forwarder, forwarders, freight, logistics, logistic, logistik, logistika, shipping, cargo, kargo,
    courier, transport, transports, transportation, trucking, haulage, carrier, carriers, trans, autotrans,
    spedition, spedisyon, nakliyat, nakliye, lojistik, tasimacilik, логистика, логистик, логистикс, карго,
    экспедитор, экспедиция, экспедирование, транс, автотранс, транспорт, транспортная, перевозки, перевозчик,
    грузоперевозки, автоперевозки, авиаперевозки, жүк, ташуу, ташуучу, ташымал, ташымалдоо, юк, ташиш, yuk,
    tashish, нақлиёт, боркашонӣ, боркашони
"""

# The same grown together with the stem: Ошавтотранс, Bishkektrans. At least four letters must come before.
FORWARDER_ENDINGS = "trans, avtotrans, cargo, kargo, logistic, logistics, logistik, expeditor"

# Words of firms, not of people (A15), and too common to tell two firms apart (screening).
COMPANY_WORDS = """
    import, export, impex, trade, trading, traders, group, holding, holdings, invest, investment, international,
    global, company, industry, industries, industrial, factory, plant, manufacturing, enterprise, enterprises,
    service, services, supply, technology, technologies, electronics, market, store, commerce, commercial,
    chemical, textile, garment, machinery, auto, motors, foods, food, agro, farm, pharm, pharma, medical,
    construction, development, bank, foreign, chain, ticaret, sanayi, dis, insaat, gida, tekstil, импорт, экспорт,
    импэкс, импекс, торг, трейд, трейдинг, торговый, торговая, дом, групп, группа, холдинг, инвест, завод,
    фабрика, комбинат, фирма, компания, компаниясы, предприятие, сервис, услуги, снаб, снабжение, строй,
    стройсервис, маркет, магазин, база, агро, фарм, фармация, мед, техника, электроника, текстиль, продукт,
    продукты, хлеб, кооператив, филиал, представительство, союз, ассоциация, фонд, банк, министерство, больница,
    школа, университет, соода, өндүрүш, ишкана, ишканасы, заводу, курулуш, савдо, savdo, ишлаб, чиқариш, тиҷорат,
    корхона
"""

# Endings of family names. Only with a given name beside them: alone they are as often a firm's name (Ростов, Pushkin).
SURNAME_ENDINGS = """
    ov, ova, ev, eva, in, ina, sky, skiy, skaya, ko, yan, shvili, baev, bekov, zoda, zade, zada, iy, uly, tegin
"""

# Common given names of the region, so that two bare words are recognised as a person and not as a firm.
GIVEN_NAMES = """
    Ahmed, Ahmet, Ali, Aziz, Fatima, Hasan, Hossein, Hussein, Karim, Mehmet, Mohammad, Mustafa, Omar, Reza,
    Абдулла, Абдураим, Абдурахман, Азамат, Азиз, Аида, Айбек, Айгуль, Айжан, Айнура, Айпери, Акмал, Акылбек,
    Александр, Алексей, Алибек, Алишер, Алмаз, Алтынай, Анара, Анастасия, Анатолий, Анвар, Андрей, Анна, Арсен,
    Асель, Аскар, Асылбек, Ахмад, Бакыт, Бахром, Бахтиёр, Бегимай, Бекзат, Бектур, Бехруз, Болот, Борис,
    Валентина, Валерий, Василий, Венера, Виктор, Виталий, Владимир, Гайрат, Галина, Гулбарчын, Гулнара, Далер,
    Дамира, Данияр, Дастан, Диана, Дилшод, Дильшод, Дмитрий, Долоро, Евгений, Екатерина, Елена, Замира, Зарина,
    Зафар, Зиёда, Ибрагим, Иван, Игорь, Икром, Ильхом, Ирина, Искандер, Ислам, Исмаил, Кадыр, Калыс, Камила,
    Камол, Кирилл, Константин, Кубаныч, Кубанычбек, Кумар, Курманбек, Лариса, Лола, Людмила, Мадина, Максат,
    Максим, Манас, Манучехр, Марат, Марина, Мария, Мирзо, Мирлан, Михаил, Мухаммад, Назгуль, Наталья, Николай,
    Нодир, Нурбек, Нурдин, Нурзат, Нурлан, Одил, Озода, Оксана, Олег, Ольга, Омурбек, Орозбек, Павел, Парвиз,
    Пётр, Равшан, Рамиз, Рахим, Рахмон, Роман, Рустам, Сабина, Саид, Сайёра, Самат, Санжар, Санобар, Сардор,
    Светлана, Сергей, Станислав, Суйун, Сухроб, Талант, Талгат, Татьяна, Темир, Тимур, Толкун, Турсун, Улан,
    Уланбек, Умар, Умед, Фарида, Фаридун, Фаррух, Фарход, Фируз, Хасан, Хуршид, Хусейн, Чолпон, Чынгыз, Шавкат,
    Шерзод, Шухрат, Эльдар, Эльмира, Эмиль, Эркин, Эрмек, Юлия, Юрий, Юсуф, Ярослав, Ясмин, Ғайрат, Ҷамшед
"""

# The commonest Chinese family names, as one character before a given name of one or two.
HAN_SURNAMES = """
    丁万严于付任何余侯冯刘卢史叶向吕吴周唐夏姚姜孔孙孟宋尹崔廖张彭徐戴方曹曾朱李杜杨林梁武段毛江汤汪沈潘
    熊王田白石秦程罗肖胡苏范莫董蒋蔡薛袁许谢谭贺贾赵邓邱邵邹郑郝郭金钟钱闫陆陈陶雷韦韩顾马高魏黄黎龙龚
"""

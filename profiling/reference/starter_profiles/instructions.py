"""Instructions to the examiner in English, Russian and Kyrgyz: what to do in the yard. They name no source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instruction:
    en: str
    ru: str
    ky: str


INSTRUCTIONS: dict[str, Instruction] = {
    "PR-001": Instruction(
        en=(
            "Front of the load and the space behind the cab first: floor covering, headboard, tanks, spare wheel. "
            "Dog and trace before unloading. Yarn, cotton and sacks: open from the middle and the front row."
        ),
        ru=(
            "Сначала передняя часть груза и пространство за кабиной: настил пола, передняя стенка, баки, запасное "
            "колесо. До выгрузки собака и анализ следов. Пряжа, хлопок, мешки: вскрыть из середины и переднего "
            "ряда."
        ),
        ky=(
            "Адегенде жүктүн алды жана кабинанын арты: полдун жабуусу, алдыңкы дубал, бактар, запас дөңгөлөк. "
            "Түшүргөнгө чейин ит жана изди анализдөө. Жип, пахта, каптар: ортосунан жана алдыңкы катардан "
            "ачылсын."
        ),
    ),
    "PR-002": Instruction(
        en=(
            "Do not open drums in a closed space; gloves and eye protection. Compare UN numbers, labels and the "
            "permit with the papers; test a sample from each batch number, count the drums."
        ),
        ru=(
            "Бочки в закрытом помещении не вскрывать; перчатки и защита глаз. Сверить номера ООН, маркировку и "
            "разрешение с документами; проба из каждой партии, пересчёт бочек."
        ),
        ky=(
            "Бочкаларды жабык жайда ачпагыла; кол кап жана көз коргогуч. БУУ номерлерин, белгилерди жана "
            "уруксатты документтер менен салыштыргыла; ар бир партиядан үлгү алып, бочкаларды санагыла."
        ),
    ),
    "PR-003": Instruction(
        en=("Papers first: end user, contract, licence. Compare model and serial numbers with the invoice."),
        ru=(
            "Сначала документы: конечный пользователь, контракт, лицензия. Сверить модели и серийные номера со счётом."
        ),
        ky=(
            "Адегенде документтер: акыркы колдонуучу, контракт, лицензия. Моделдерди жана сериялык номерлерди "
            "эсеп менен салыштыргыла."
        ),
    ),
    "PR-004": Instruction(
        en=(
            "Count the cases, open at least five from different rows, photograph excise marks and batch codes. "
            "Look behind the first rows and into voids of the vehicle."
        ),
        ru=(
            "Пересчитать короба, вскрыть не менее пяти из разных рядов, сфотографировать акцизные марки и коды "
            "партий. Осмотреть за первыми рядами и полости транспортного средства."
        ),
        ky=(
            "Кутуларды санап, ар башка катардан кеминде бешөөнү ачып, акциздик маркаларды жана партия коддорун "
            "сүрөткө тарткыла. Биринчи катарлардын артын жана унаанын көңдөйлөрүн карагыла."
        ),
    ),
    "PR-005": Instruction(
        en=(
            "Front third first: open five cartons, count pieces per carton, photograph brand labels, weigh three "
            "cartons. Compare pieces and brands with the invoice."
        ),
        ru=(
            "Сначала передняя треть: вскрыть пять коробов, пересчитать штуки в коробе, сфотографировать бренды, "
            "взвесить три короба. Сверить количество и бренды со счётом."
        ),
        ky=(
            "Адегенде алдыңкы үчтөн бири: беш кутуну ачып, ичиндегисин санап, бренддерди сүрөткө тартып, үч "
            "кутуну таразалагыла. Санын жана бренддерин эсеп менен салыштыргыла."
        ),
    ),
    "PR-006": Instruction(
        en=(
            "Papers first: permit, species, quantity, marks. If the goods are opened: photograph, do not handle "
            "live animals without a veterinarian."
        ),
        ru=(
            "Сначала документы: разрешение, вид, количество, метки. При вскрытии фотографировать; живых животных "
            "не трогать без ветеринара."
        ),
        ky=(
            "Адегенде документтер: уруксат, түрү, саны, белгилери. Ачылса сүрөткө тарткыла; тирүү жаныбарларга "
            "ветеринарсыз тийбегиле."
        ),
    ),
    "PR-007": Instruction(
        en=(
            "Read container and seal numbers at the box and compare them with the papers before anything is cut. "
            "Door hardware, rivets and hinges: signs of work. Weigh, if there is a weighbridge."
        ),
        ru=(
            "До снятия пломбы сверить номера контейнера и пломбы с документами. Запоры, заклёпки и петли дверей: "
            "следы вмешательства. Взвесить, если есть весы."
        ),
        ky=(
            "Пломбаны кескенге чейин контейнердин жана пломбанын номерлерин документтер менен салыштыргыла. "
            "Эшиктин бекитмелери, кадоолору, илмектери: кийлигишүү издери. Тараза болсо, таразалагыла."
        ),
    ),
    "PR-008": Instruction(
        en=(
            "Registration papers of vehicle and trailer, permit of the carrier, passport of the driver: do they "
            "agree with the plates?"
        ),
        ru=(
            "Регистрационные документы тягача и прицепа, разрешение перевозчика, паспорт водителя: совпадают ли "
            "они с номерами?"
        ),
        ky=(
            "Унаанын жана чиркегичтин каттоо документтери, ташуучунун уруксаты, айдоочунун паспорту: номерлерге "
            "дал келеби?"
        ),
    ),
    "PR-009": Instruction(
        en=(
            "Ask for invoice and packing list before opening. If it is opened: what is it, in words that fit one "
            "commodity code?"
        ),
        ru=(
            "До вскрытия запросить счёт и упаковочный лист. При вскрытии: что это, словами, подходящими к одному "
            "коду ТН ВЭД?"
        ),
        ky=(
            "Ачканга чейин эсепти жана таңгак баракчасын сурагыла. Ачылса: бул эмне, бир ТЭИ ТН кодуна туура "
            "келген сөздөр менен?"
        ),
    ),
    "PR-010": Instruction(
        en=(
            "Who receives the goods? Power of attorney, registration, tax number; call the number in the papers. "
            "Note who comes to collect."
        ),
        ru=(
            "Кто получает груз? Доверенность, регистрация, ИНН; позвонить по номеру из документов. Отметить, кто "
            "приехал за грузом."
        ),
        ky=("Жүктү ким алат? Ишеним кат, каттоо, ИНН; документтеги номерге чалгыла. Жүккө ким келгенин белгилегиле."),
    ),
    "PR-011": Instruction(
        en=(
            "Ask the driver for the road he takes and compare it with the papers, the carnet and the seals. Cab, tanks "
            "and floor; tell the post of exit that it is on its way."
        ),
        ru=(
            "Спросить у водителя, какой дорогой он едет; сверить с документами, книжкой МДП и пломбами. Кабина, баки, "
            "пол; сообщить пункту выезда, что груз в пути."
        ),
        ky=(
            "Айдоочудан кайсы жол менен барарын сурап, документтер, МДП китепчеси жана пломбалар менен салыштыргыла. "
            "Кабина, бактар, пол; чыгуу пунктуна жүк жолдо экенин билдиргиле."
        ),
    ),
    "PR-012": Instruction(
        en=(
            "Open three packages from different rows: what is it, what is printed on it, where was it made? Take a "
            "sample and photographs; compare with invoice and packing list line by line."
        ),
        ru=(
            "Вскрыть три места из разных рядов: что это, что напечатано, где изготовлено? Проба и фотографии; сверить "
            "со счётом и упаковочным листом построчно."
        ),
        ky=(
            "Ар башка катардан үч орунду ачкыла: бул эмне, эмне басылган, кайда жасалган? Үлгү жана сүрөт; эсеп жана "
            "таңгак баракчасы менен сап-сап салыштыргыла."
        ),
    ),
}

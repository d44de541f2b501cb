"""An ASYCUDA manifest of any size: bills with their parties, goods and containers, some of which share a container."""

import random

from benchmarks.of_intake.documents import GOODS, box

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Awmds><General_segment><General_segment_id>'
    "<Customs_office_code>KGOSH</Customs_office_code><Voyage_number>{reference}</Voyage_number>"
    "<Date_of_departure>2026-11-16</Date_of_departure><Date_of_arrival>2026-11-23</Date_of_arrival>"
    "<Time_of_arrival>04:30</Time_of_arrival></General_segment_id><Totals_segment>"
    "<Total_number_of_bols>{bills}</Total_number_of_bols></Totals_segment><Transport_information><Carrier>"
    "<Carrier_code>LINX</Carrier_code><Carrier_name>LINE X SHIPPING</Carrier_name></Carrier>"
    "<Mode_of_transport_code>1</Mode_of_transport_code><Identity_of_transporter>MV SAYRAM</Identity_of_transporter>"
    "</Transport_information></General_segment>\n"
)
BILL = (
    "<Bol_segment><Bol_id><Bol_reference>{number}</Bol_reference><Line_number>{n}</Line_number>"
    "<Bol_nature>23</Bol_nature><Bol_type_code>710</Bol_type_code><Master_bol_ref_number><null/></Master_bol_ref_number>"
    "</Bol_id><Load_unload_place><Place_of_loading_code>IRBND</Place_of_loading_code>"
    "<Place_of_unloading_code>KGOSS</Place_of_unloading_code></Load_unload_place><Traders_segment><Exporter>"
    "<Exporter_name>{consignor}</Exporter_name><Exporter_address>FREE ZONE {n}, BANDAR ABBAS, IR</Exporter_address>"
    "</Exporter><Notify><Notify_code><null/></Notify_code></Notify><Consignee><Consignee_name>{consignee}</Consignee_name>"
    "<Consignee_address>MANAS STREET {n}, OSH, KG</Consignee_address></Consignee></Traders_segment><ctn_segment>"
    "<Ctn_reference>{box}</Ctn_reference><Type_of_container>40</Type_of_container><Empty_Full>5</Empty_Full>"
    "<Seal_number>HX{n:06}</Seal_number></ctn_segment><Goods_segment><Number_of_packages>{packages}</Number_of_packages>"
    "<Package_type_code>CT</Package_type_code><Gross_mass>{gross}</Gross_mass><Shipping_marks>GFE 1-{packages}"
    "</Shipping_marks><Goods_description>{goods}</Goods_description><Num_of_ctn_for_this_bol>1</Num_of_ctn_for_this_bol>"
    "</Goods_segment><Value_segment><Freight_segment><Freight_value>0.0</Freight_value></Freight_segment></Value_segment>"
    "</Bol_segment>\n"
)
SHARING = 10  # one bill in so many has its goods in the container of the bill before it


def awmds(bills: int, reference: str = "AW2611-01") -> bytes:
    """Return a sea manifest: each bill with two parties out of many, one line of goods and one container."""
    chance = random.Random(reference)
    parts = [HEAD.format(reference=reference, bills=bills)]
    for n in range(bills):
        packages = chance.randrange(10, 2_000)
        parts.append(
            BILL.format(
                n=n + 1,
                number=f"{reference}/{n:06}",
                packages=packages,
                gross=packages * 20,
                consignee=f"TRADER {chance.randrange(bills)} OSOO",
                consignor=f"EXPORTER {chance.randrange(bills // 4 + 1)} CO",
                goods=chance.choice(GOODS),
                box=box(n - 1 if n % SHARING == SHARING - 1 else n),
            )
        )
    return "".join([*parts, "</Awmds>\n"]).encode()

"""How ASYCUDA documents name things: the one table of tags, for carriers and national profiles differ in them.

Each thing has its ways in the order in which they are tried; a way leads through nested elements by "/". Letter case
does not matter.
"""

_NAMES: dict[str, tuple[str, ...]] = {
    # The head of a manifest, and of house bills
    "office": ("Customs_office_code", "Customs_office_segment/Code"),
    "office_name": ("Customs_office_name", "Customs_office_segment/Name"),
    "voyage": ("Voyage_number",),
    "registry_number": ("Registry_number", "Manifest_registration_number", "Import_Rotation"),
    "departure_date": ("Date_of_departure",),
    "arrival_date": ("Date_of_arrival",),
    "arrival_time": ("Time_of_arrival",),
    "total_bills": ("Total_number_of_bols",),
    "total_packages": ("Total_number_of_packages",),
    "total_containers": ("Total_number_of_containers",),
    "total_gross_mass": ("Total_gross_mass",),
    "mode": ("Mode_of_transport_code",),
    "conveyance": ("Identity_of_transporter", "Name_of_transporter"),
    "conveyance_nationality": ("Nationality_of_transporter_code", "Nationality_of_transport_code"),
    "conveyance_registration": ("Registration_number_of_transport_code", "Registration_number"),
    "master": ("Master_information", "Name_of_master"),
    "master_number": ("Reference_number", "Master_bol_reference"),
    # A bill of lading
    "bill_number": ("Bol_id/Bol_reference", "Bol_reference"),
    "bill_nature": ("Bol_id/Bol_nature", "Bol_nature"),
    "bill_type": ("Bol_id/Bol_type_code", "Bol_type_code", "Bol_type_segment/Code"),
    "bill_date": ("Bol_id/Bol_date", "Bol_date"),
    "bill_master": (
        "Bol_id/Master_bol_ref_number", "Master_bol_ref_number", "Master_bol/Master_bol_reference",
        "Previous_document_reference",
    ),
    "bill_is_consolidated": ("Consolidated_Cargo", "Bol_id/Consolidated_Cargo"),
    "bill_status": ("Status",),
    "loading_code": (
        "Load_unload_place/Place_of_loading_code", "Load_unload_place/Port_of_origin_code", "Place_of_loading_code",
        "Port_of_origin_code", "Place_of_loading_segment/Code",
    ),
    "loading_name": ("Load_unload_place/Place_of_loading_name", "Place_of_loading_segment/Name"),
    "unloading_code": (
        "Load_unload_place/Place_of_unloading_code", "Load_unload_place/Port_of_destination_code",
        "Place_of_unloading_code", "Port_of_destination_code", "Place_of_unloading_segment/Code",
    ),
    "unloading_name": ("Place_of_unloading_segment/Name", "Load_unload_place/Place_of_unloading_name"),
    # A trader; the element says the role
    "trader_code": (
        "Carrier_code", "Shipping_Agent_code", "Exporter_code", "Notify_code", "Consignee_code", "Declarant_code",
        "Code",
    ),
    "trader_name": (
        "Carrier_name", "Shipping_Agent_name", "Exporter_name", "Notify_name", "Consignee_name", "Declarant_name",
        "Name",
    ),
    "trader_address": (
        "Carrier_address", "Shipping_Agent_address", "Exporter_address", "Notify_address", "Consignee_address",
        "Address",
    ),
    # A container
    "box_number": ("Ctn_reference", "Container_identity", "Container_number", "Reference"),
    "box_type": ("Type_of_container", "Container_type", "Type"),
    "box_fullness": ("Empty_Full", "Empty_full_indicator", "Status"),
    "box_gross_mass": ("Gross_weight", "Container_gross_mass"),
    "box_tare": ("Empty_weight", "Tare_weight"),
    "box_goods_mass": ("Goods_weight",),
    "box_packages": ("Number_of_packages",),
    "box_code": ("Commodity_code",),
    "box_un_number": ("UN", "UN_number", "UN_code"),
    # Goods of a bill
    "goods_packages": ("Number_of_packages", "Packages_segment/Number_of_packages"),
    "goods_package_kind": ("Package_type_code", "Packages_segment/Package_type_code"),
    "goods_gross_mass": ("Gross_mass", "Total_gross_mass_manifested"),
    "goods_marks": ("Shipping_marks", "Shipping_segment/Shipping_marks"),
    "goods_description": ("Goods_description",),
    "goods_volume": ("Volume_in_cubic_meters",),
    "goods_code": ("Commodity_code", "HS_code", "Goods_hs_code"),
    "seals_count": ("Seals_segment/Number_of_seals",),
    "seals_marks": ("Seals_segment/Marks_of_seals", "Seals_segment/Seal_number"),
    # Values of a bill
    "freight_value": (
        "Value_segment/Freight_segment/Freight_value", "Value_segment/Freight_value", "Freight_segment/Value",
    ),
    "freight_currency": (
        "Value_segment/Freight_segment/Freight_currency", "Value_segment/Freight_currency", "Freight_segment/Currency",
    ),
    "freight_payment": (
        "Value_segment/Freight_segment/PC_indicator", "Value_segment/PC_indicator",
        "Freight_segment/Indicator_segment/Code",
    ),
    "customs_value": (
        "Value_segment/Customs_segment/Customs_value", "Value_segment/Customs_value", "Customs_segment/Value",
    ),
    "customs_currency": (
        "Value_segment/Customs_segment/Customs_currency", "Value_segment/Customs_currency", "Customs_segment/Currency",
    ),
    # A declaration (SAD)
    "declaration_type": ("Identification/Type/Type_of_declaration",),
    "procedure_code": ("Identification/Type/Declaration_gen_procedure_code",),
    "manifest_reference": ("Identification/Manifest_reference_number",),
    "clearance_office": ("Identification/Office_segment/Customs_clearance_office_code",),
    "clearance_office_name": ("Identification/Office_segment/Customs_Clearance_office_name",),
    "registration_serial": ("Identification/Registration/Serial_number",),
    "registration_number": ("Identification/Registration/Number",),
    "registration_date": ("Identification/Registration/Date",),
    "declared_on": ("Property/Date_of_declaration",),
    "sad_packages": ("Property/Nbers/Total_number_of_packages",),
    "sad_items": ("Property/Nbers/Total_number_of_items",),
    "reference_year": ("Declarant/Reference/Year",),
    "reference_number": ("Declarant/Reference/Number",),
    "export_country": ("General_information/Country/Export/Export_country_code",),
    "destination_country": ("General_information/Country/Destination/Destination_country_code",),
    "means": (
        "Transport/Means_of_transport/Border_information/Identity",
        "Transport/Means_of_transport/Departure_arrival_information/Identity",
    ),
    "means_nationality": (
        "Transport/Means_of_transport/Border_information/Nationality",
        "Transport/Means_of_transport/Departure_arrival_information/Nationality",
    ),
    "means_mode": (
        "Transport/Means_of_transport/Border_information/Mode",
        "Transport/Means_of_transport/Inland_mode_of_transport",
    ),
    "container_flag": ("Transport/Container_flag",),
    "border_office": ("Transport/Border_office/Code",),
    "border_office_name": ("Transport/Border_office/Name",),
    "sad_loading_code": ("Transport/Place_of_loading/Code",),
    "sad_loading_name": ("Transport/Place_of_loading/Name",),
    "sad_gross_mass": ("Valuation/Weight/Gross_weight",),
    "invoice_amount": ("Valuation/Gs_Invoice/Amount_foreign_currency",),
    "invoice_currency": ("Valuation/Gs_Invoice/Currency_code",),
    "sad_freight": ("Valuation/Gs_external_freight/Amount_foreign_currency",),
    "sad_freight_currency": ("Valuation/Gs_external_freight/Currency_code",),
    "item_number": ("Item_number",),
    "item_packages": ("Packages/Number_of_packages",),
    "item_package_kind": ("Packages/Kind_of_packages_code",),
    "item_marks": ("Packages/Marks1_of_packages",),
    "item_marks_more": ("Packages/Marks2_of_packages",),
    "item_code": ("Tarification/HScode/Commodity_code",),
    "item_precision": ("Tarification/HScode/Precision_1",),
    "item_price": ("Valuation_item/Item_Invoice/Amount_foreign_currency", "Tarification/Item_price"),
    "item_currency": ("Valuation_item/Item_Invoice/Currency_code",),
    "item_description": ("Goods_description/Commercial_Description", "Goods_description/Description_of_goods"),
    "item_origin": ("Goods_description/Country_of_origin_code",),
    "item_gross_mass": ("Valuation_item/Weight_itm/Gross_weight_itm",),
    "item_net_mass": ("Valuation_item/Weight_itm/Net_weight_itm",),
    "item_transport_document": ("Previous_doc/Summary_declaration",),
    "item_previous_document": ("Previous_doc/Previous_document_reference",),
    "item_licence": ("Licence_number",),
    "paper_code": ("Attached_document_code",),
    "paper_number": ("Attached_document_reference",),
    "paper_date": ("Attached_document_date",),
}  # fmt: skip

SEALS = ("Seal_number", "Seals", "Marks1", "Marks2", "Marks3")  # of a container: each may hold one, or several

WAYS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    thing: tuple((tuple(parts[:-1]), parts[-1]) for parts in (way.lower().split("/") for way in ways))
    for thing, ways in _NAMES.items()
}  # of each way the elements on it and the one at its end

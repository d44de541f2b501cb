"""XML documents of ASYCUDA World: manifests, house bills and declarations."""

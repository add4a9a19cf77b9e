"""The dossier's code in the metadata of a copy, as part of the revision that is signed.

A copy is made before its dossier has a number, and its bytes are named by their digest from then
on. The signed version has bytes of its own: there the code has its place.
"""

from typing import Any


def name_dossier(file: Any, code: str) -> None:  # noqa: ANN401 - pyHanko's incremental writer
    """Put the code before the other keywords of a PDF of ours; one without keywords stays."""
    from pyhanko.pdf_utils.generic import TextStringObject
    from pyhanko.pdf_utils.metadata import model, xmp_xml

    fact = f"dossierCode={code}; "
    keywords = model.ExpandedName(ns=model.NS["pdf"], local_name="Keywords")
    if "/Metadata" not in file.root:
        return
    metadata = file.root["/Metadata"]  # ``get`` would give it unread
    if not isinstance(metadata, xmp_xml.MetadataStream):
        return
    fields = {name: value for part in metadata.xmp for name, value in part}
    before = fields.get(keywords)
    if before is None or not isinstance(before.value, str):
        return
    fields[keywords] = model.XmpValue(fact + before.value, before.qualifiers)
    renewed = xmp_xml.MetadataStream.from_xmp([model.XmpStructure(fields)])
    file.root["/Metadata"] = file.add_object(renewed)
    file.update_root()
    info = file.trailer_view.raw_get("/Info") if "/Info" in file.trailer_view else None
    said = info.get_object() if info is not None else {}
    if "/Keywords" in said:
        said["/Keywords"] = TextStringObject(fact + str(said["/Keywords"]))
        file.mark_update(info)

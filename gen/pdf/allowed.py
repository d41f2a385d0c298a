"""The keys of the dictionaries that a page is painted with (ISO 32000-1): nothing else comes along.

One list for all kinds of them: a program's private data stand under a name of its own in any of
them, and none of these keys holds words about a document. Layers alone have a name that is read.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
    Type Subtype S
    BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts DW W DW2 W2
    CIDSystemInfo CIDToGIDMap FontBBox FontMatrix CharProcs Resources Registry Ordering Supplement
    FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight
    XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet Style
    Lang FD CIDSet Panose BaseEncoding Differences CMapName WMode UseCMap Length1 Length2 Length3
    Filter DecodeParms Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine
    EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform
    LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM SMask CA ca AIS TK G BC
    CS I HalftoneType Frequency Angle SpotFunction AccurateScreens TransferFunction Default
    Width Height Width2 Height2 Xsquare Ysquare
    PatternType PaintType TilingType BBox XStep YStep Matrix Shading ExtGState FormType Group OC
    ShadingType ColorSpace Background AntiAlias Domain Function Coords Extend BitsPerCoordinate
    BitsPerFlag Decode VerticesPerRow FunctionType Range Size BitsPerSample Order Encode C0 C1 N
    Functions Bounds WhitePoint BlackPoint Gamma Alternate Colorants Process MixingHints Components
    Solidities PrintingOrder DotGain Intent ImageMask Mask SMaskInData Matte Interpolate
    OCGs P VE MCID ActualText Alt E Attached
"""
KEYS: Final = frozenset(f"/{key}" for key in _WORDS.split())
LAYER: Final = frozenset({"/Type", "/Name", "/Intent"})
"""Of an optional content group: what it is for is said in /Usage, by whoever drew it."""

NAMED: Final = frozenset({"/CharProcs", "/Colorants"})
"""Tables: their keys are the file's own names, of glyphs and inks."""

"""Abbreviations whose dot ends no sentence. Source: domain.md §4, row "Abkürzungen"."""

from __future__ import annotations

_INSIDE = (
    "z. B.|z.B.|d. h.|d.h.|u. a.|u.a.|Z. n.|Z.n.|V. a.|V.a.|i. v.|i.v.|i. m.|i.m.|v. a.|v.a.|"
    "Dr.|Prof.|Fr.|Hr.|bzw.|ca.|ggf.|ggfs.|evtl.|Tel.|Nr.|Str.|inkl.|max.|mind.|zzgl.|Abs.|Art.|"
    "geb.|Pat.|Bew.|Tbl.|Tabl.|Amp.|Temp.|vgl.|Hd.|Dipl.|St.|z. T.|z.T.|i. d. R.|i.d.R.|"
    "lt.|Lt.|bzgl.|exkl.|sog.|insb.|insbes.|entspr.|ehem.|verh.|urspr.|tgl.|Btl.|Trpf.|Stk.|Kps."
)
INSIDE = tuple(_INSIDE.split("|"))
"""Something always follows these."""

_MAY_END = (
    "s. c.|s.c.|p. o.|p.o.|o. B.|o.B.|b. B.|b.B.|o. g.|o.g.|o. ä.|o.ä.|u. ä.|u.ä.|usw.|etc.|"
    "Std.|Min.|re.|li.|bds.|e. V.|e.V."
)
MAY_END = tuple(_MAY_END.split("|"))
"""These may stand at the end of a sentence; then their dot ends it too."""

"""What gen has to say about the user's data, as values: a fact at a path, a sentence, a cure.

A finding is made from a `Kind` of the catalogue, the one place where a code, its level and its
words are declared: a module here for each range of codes. A finding names a *path*
(`ärenden[3].rubrik`), never a cell: the reading's `Source` turns paths into cells, and only where
something is printed.

The modules hold kinds and nothing else, so they are taken in whole: a kind is declared once, and
is `findings.NAME` wherever it is used.
"""

from gen.findings.appeals import *
from gen.findings.asked import *
from gen.findings.attached import *
from gen.findings.behandling import *
from gen.findings.beredning import *
from gen.findings.bundles import *
from gen.findings.cell import *
from gen.findings.complete import *
from gen.findings.days import *
from gen.findings.decisions import *
from gen.findings.earlier import *
from gen.findings.engines import *
from gen.findings.extracts import *
from gen.findings.file import *
from gen.findings.folder import *
from gen.findings.foreskrifter import *
from gen.findings.happened import *
from gen.findings.kinds import *
from gen.findings.mallar import *
from gen.findings.matters import *
from gen.findings.pdf import *
from gen.findings.people import *
from gen.findings.quotes import *
from gen.findings.sheet import *
from gen.findings.skrivelser import *
from gen.findings.standing import *
from gen.findings.templates import *
from gen.findings.words import *

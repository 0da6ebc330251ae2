"""All formats of files that people write."""

from pillarplan.knowledge.formats.files import KnowledgeFile, OverlayFile, PartFile
from pillarplan.services.forms.checkin import CheckInFile
from pillarplan.services.forms.feedback import RatingsForm
from pillarplan.services.forms.ratings import RatingsFile

FORMATS = (KnowledgeFile, PartFile, OverlayFile, RatingsFile, CheckInFile, RatingsForm)

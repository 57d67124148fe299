// libxml2's HTML parser by its SAX interface, and its streaming reader of XML.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// Debian's libxml2 is built on ICU and would bring in ICU's types, of which Swift's Foundation has its own. Only the
// handlers of encodings have a member of them, and these are opaque here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>

#endif

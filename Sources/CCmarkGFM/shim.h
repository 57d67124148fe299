// GitHub's cmark, and the layout of its nodes: the accessors of the public header copy each text to the heap and do not
// tell where in its block it stands, which the node itself does.
#ifndef CCMARKGFM_SHIM_H
#define CCMARKGFM_SHIM_H

#include <cmark-gfm/node.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm-core-extensions.h>

// The table extension adds its node types when it is registered, and keeps them in variables, which Swift takes for
// shared mutable state.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;

static inline cmark_node_type causerie_cmark_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type causerie_cmark_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type causerie_cmark_table_cell(void) { return CMARK_NODE_TABLE_CELL; }

#endif

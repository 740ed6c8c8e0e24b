"""The graph in the forms of other people's tools: each an iterator of bytes, without HTTP."""

"""From text to a parse with names, quotation marks and references."""

"""The graph for language models: Model Context Protocol at `/mcp` and over standard streams."""

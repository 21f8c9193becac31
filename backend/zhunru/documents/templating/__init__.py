"""An office's own wording of its papers: read, checked, published in versions, and drawn as the supplied one is."""

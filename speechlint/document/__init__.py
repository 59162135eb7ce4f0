"""What a draft is: its lines, headings, sentences, and what in it is no part of it (masks, site residue, page marks).

All views are over one text, with offsets into it; none changes it. Each is built when first asked for, once.
"""

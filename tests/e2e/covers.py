"""What a page may lay over our windows: ways to cover them, and one that comes between a press and its end.

Used by the tests of a hostile page and of the work-hours bar.
"""

from __future__ import annotations

COVERS = {
    "a popover": """(style) => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      Object.assign(cover.style, style);
      cover.showPopover();
      return cover;
    }""",
    "a dialog": """(style) => {
      const cover = document.body.appendChild(document.createElement('dialog'));
      Object.assign(cover.style, style);
      cover.showModal();
      return cover;
    }""",
    "a popover in a closed root": """(style) => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const cover = root.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      Object.assign(cover.style, style);
      cover.showPopover();
      return cover;
    }""",
}
GLASS = {
    "position": "fixed", "inset": 0, "width": "100%", "height": "100%", "maxWidth": "none", "maxHeight": "none",
    "background": "rgb(255 0 255)", "pointerEvents": "none",
}  # fmt: skip

COVER_AND_BLOCK = """(style) => new Promise((covered) => {
  const cover = (%s)(style);
  cover.addEventListener('toggle', () => {
    covered();
    const { port1, port2 } = new MessageChannel(); // the next task, before any timer of ours
    port1.onmessage = () => { for (const end = performance.now() + 600; performance.now() < end;); };
    port2.postMessage(null);
  });
})"""

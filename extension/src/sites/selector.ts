// Which anchors of a site's file the browser cannot read. Only a document can tell, so the worker cannot: an adapter leaves such an
// anchor out (scene.ts), and the pop-up and the options page say so (site-files.ts). Reads nothing of any page.

export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

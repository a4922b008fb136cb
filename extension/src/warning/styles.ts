// The look of everything in our shadow root. Two themes, chosen from the page's own background; system font; an 8 px grid.
// Kept by the worker and sent to a page when it begins (core-styles.ts holds alone till then): no page parses it for nothing.
// Contrast of each pair is computed by styles.test.ts: text 4.5:1 or more, marks 3:1 or more.

export const COLOURS = {
  light: {
    surface: "#ffffff",
    text: "#1c1e21",
    soft: "#5b6068",
    accent: "#1f5fbf",
    onAccent: "#ffffff",
    line: "#d5d8dd",
  },
  dark: {
    surface: "#2b2d31",
    text: "#f1f2f4",
    soft: "#b9bdc4",
    accent: "#9cc2ff",
    onAccent: "#14202f",
    line: "#4a4d53",
  },
} as const;

/** Underlines, seen on the page's own ground: readable on white and on the dark greys of both sites. */
export const MARKS = { note: "#3b82d6", warn: "#d0602a" } as const;

function theme(name: "light" | "dark"): string {
  const c = COLOURS[name];
  return `.layer[data-theme="${name}"]{--surface:${c.surface};--text:${c.text};--soft:${c.soft};--accent:${c.accent};
--on-accent:${c.onAccent};--line:${c.line};color-scheme:${name}}`;
}

export const STYLES = `
.layer{all:initial;font:14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text)}
${theme("light")}
${theme("dark")}
.pill{all:unset;position:fixed;box-sizing:border-box;width:22px;height:22px;border-radius:11px;display:grid;
place-items:center;font:600 12px/1 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--soft)}
.pill.count{background:${MARKS.warn};background:#a8431a;color:#fff;cursor:pointer;pointer-events:auto}
.pill.note{background:#2463b3;color:#fff;cursor:pointer;pointer-events:auto}
.pill.away{background:#5f6368;color:#fff;cursor:pointer;pointer-events:auto}
.pill .dot{width:6px;height:6px;border-radius:3px;background:color-mix(in srgb,var(--soft) 70%,transparent)}
.box{all:unset;position:fixed;box-sizing:border-box;display:block;background:var(--surface);color:var(--text);
border:1px solid var(--line);border-radius:12px;box-shadow:0 6px 24px rgb(0 0 0/.18);pointer-events:auto;
font:14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.card{width:320px;max-width:calc(100vw - 16px);padding:16px;max-height:calc(100vh - 16px);overflow:auto}
.sheet{width:416px;max-width:calc(100vw - 16px);padding:16px 20px 20px;max-height:calc(100vh - 16px);overflow:auto;margin:0}
.sheet:not([open]){display:none}
.sheet::backdrop{background:rgb(0 0 0/.12)}
.notice{pointer-events:none;width:auto;max-width:min(320px,calc(100vw - 16px));padding:8px 16px}
.bar{left:50%;top:0;transform:translateX(-50%);border-radius:0 0 12px 12px;border-top:0;padding:8px 16px;
display:flex;gap:16px;align-items:center;max-width:calc(100vw - 16px);flex-wrap:wrap}
h2{font:600 16px/1.4 inherit;font-size:16px;font-weight:600;margin:0 0 8px}
p{margin:0 0 8px}
.soft{color:var(--soft);font-size:13px}
ul{list-style:none;margin:0 0 16px;padding:0;display:grid;gap:16px}
li{border-left:3px solid ${MARKS.warn};padding-left:12px}
li.note{border-left:3px dotted ${MARKS.note}}
li p:last-child,.card p:last-child{margin-bottom:0}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.message{display:block;box-sizing:border-box;width:100%;margin:0 0 8px;border:0;border-radius:8px;padding:8px 12px;
background:color-mix(in srgb,var(--text) 7%,transparent);color:inherit;font:inherit;resize:none;field-sizing:content}
button.plain+p{margin-top:8px}
.row.end{margin-top:16px}
.row.end button{flex:1 1 auto;padding-left:10px;padding-right:10px}
.row.small{gap:4px 16px}
button.main,button.plain,button.text,button.close{all:unset;box-sizing:border-box;cursor:pointer;border-radius:8px;
font-size:14px;line-height:20px;text-align:center}
button.main{background:var(--accent);color:var(--on-accent);padding:8px 16px;font-weight:600}
button.plain{border:1px solid var(--line);color:var(--text);padding:7px 16px}
button.text{color:var(--accent);padding:2px 0;min-height:24px}
button.close{position:absolute;top:8px;right:8px;width:28px;height:28px;color:var(--soft);font-size:18px}
button.close::before{content:"×"}
button.main:hover,button.plain:hover,button.close:hover{filter:brightness(.95)}
button.text:hover{text-decoration:underline}
button:focus-visible,.message:focus-visible,.pill:focus-visible,.box:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.lead{padding-right:24px}
.clause{border-top:1px solid var(--line);margin-top:8px;padding-top:8px}
.clause{max-height:176px;overflow:auto}
.clause strong{display:block}
.clause q+strong{margin-top:16px}
.clause[hidden]{display:none}
.clause q{display:block;quotes:none;color:var(--soft);font-size:13px;margin-top:4px}
.mirror{position:fixed;overflow:hidden;pointer-events:none;color:transparent;background:none;box-sizing:border-box;
border-style:solid;border-color:transparent}
.mirror div{white-space:pre-wrap;overflow-wrap:break-word}
.mirror mark{all:unset;color:transparent}
.mirror mark.warn{text-decoration:underline wavy ${MARKS.warn} 1.5px}
.mirror mark.note{text-decoration:underline dotted ${MARKS.note} 2px;text-underline-offset:2px}
@media (prefers-reduced-motion:no-preference){.card,.sheet[open],.notice,.bar{animation:come .12s ease-out}
@keyframes come{from{opacity:0}}}
@media (forced-colors:active){.box,.pill,button.main,button.plain{border:1px solid CanvasText}
.pill .dot,button.main,.mirror,.mirror mark{forced-color-adjust:none}
.pill .dot{background:CanvasText}
button.main{background:Highlight;color:HighlightText}
button.text{color:LinkText}}
`;

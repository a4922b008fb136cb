// What must hold from the first moment and against the page: our element fills the window, takes no clicks itself, and cannot
// be hidden by the page's styles. `!important` on :host because there, and only there, the inner sheet then wins over the page's;
// `all` stands for every property that a page could think of, the others say what differs from nothing at all.
// With nothing but this, words and buttons are plain and all there. The rest is styles.ts.
export const CORE = `
:host{all:initial!important;position:fixed!important;inset:0!important;pointer-events:none!important;display:block!important;
z-index:2147483647!important}
.pill,.box{position:fixed;pointer-events:auto}
.live{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.mirror{position:fixed;pointer-events:none;color:transparent}
`;

// What must hold from the first moment and against the page: our element takes no room and no clicks itself, and cannot
// be hidden by the page's styles. `!important` on :host because there, and only there, the inner sheet then wins over the page's;
// `all` stands for every property that a page could think of, the others say what differs from nothing at all.
// A layer as large as the window, though empty, makes each frame of typing dearer.
// With nothing but this, words and buttons are plain and all there. The rest is styles.ts.
export const CORE = `
:host{all:initial!important;position:fixed!important;top:0!important;left:0!important;width:0!important;
height:0!important;pointer-events:none!important;display:block!important;z-index:2147483647!important}
.pill,.box{position:fixed;pointer-events:auto}
.live{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.mirror{position:fixed;pointer-events:none;color:transparent}
`;

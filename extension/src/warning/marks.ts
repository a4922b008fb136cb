// A mark: one span of the text, and every Warning about it. Pure; made from a Decision, drawn by a painter.
import type { Decision, Warning } from "../contract.gen";
import { letsPass } from "../outcome";

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** "note" for inform, "warn" for warn and block: dotted and wavy. */
  readonly look: "note" | "warn";
  readonly warnings: readonly Warning[];
}

/** Draws marks in or over one kind of editor. */
export interface Painter {
  paint(editor: HTMLElement, text: string, marks: readonly Mark[]): void;
  /** Where a mark is on the screen now, one rectangle a line. */
  rects(mark: Mark): DOMRect[];
  /** The editor has scrolled or moved. */
  follow(): void;
  clear(): void;
}

/** The marks of a decision within `length` units of text, in reading order; warnings of the same span share a mark. */
export function marksOf(decision: Decision, length: number): Mark[] {
  const bySpan = new Map<string, Warning[]>();
  for (const warning of decision.warnings) {
    const { start, end } = warning;
    if (typeof start !== "number" || typeof end !== "number" || start >= end || end > length) continue;
    const span = `${start}-${end}`;
    bySpan.set(span, [...(bySpan.get(span) ?? []), warning]);
  }
  const marks = [...bySpan.values()].map((warnings): Mark => {
    const { start, end } = warnings[0] as Warning & { start: number; end: number };
    const look = warnings.every((warning) => letsPass(warning.verdict)) ? "note" : "warn";
    return { start, end, look, warnings };
  });
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The number a pill may show: reasons to look again, not words. */
export function countOf(decision: Decision): number {
  return new Set(decision.warnings.map((warning) => `${warning.rule}/${warning.start}/${warning.end}`)).size;
}

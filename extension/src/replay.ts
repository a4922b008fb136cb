// Does again, once, what the gate held: a click, an Enter or a form's submit. Facebook and Instagram obey untrusted events.
// Marks its own events while they run, so that the gate lets them through. Called by submits.ts only.

/** The key that was held, so that Ctrl+Enter is replayed as Ctrl+Enter. */
export interface HeldKey {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export class Replays {
  #running = false;

  /** True while an event of ours is being dispatched; dispatching is synchronous, so nothing else can slip in. */
  get running(): boolean {
    return this.#running;
  }

  click(control: HTMLElement): void {
    this.#run(() => control.click());
  }

  /** Enter must fall inside the editor, and by now the focus may be on our sheet. */
  enter(editor: HTMLElement, held: HeldKey): void {
    editor.focus();
    const key = {
      key: "Enter",
      code: "Enter",
      keyCode: 13,
      which: 13,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    this.#run(() => {
      editor.dispatchEvent(new KeyboardEvent("keydown", { ...key, ctrlKey: held.ctrlKey, metaKey: held.metaKey }));
      editor.dispatchEvent(new KeyboardEvent("keyup", { ...key, ctrlKey: held.ctrlKey, metaKey: held.metaKey }));
    });
  }

  submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
    this.#run(() => form.requestSubmit(submitter));
  }

  #run(act: () => void): void {
    this.#running = true;
    try {
      act();
    } finally {
      this.#running = false;
    }
  }
}

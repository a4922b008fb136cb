import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Line } from "./line";
import type { Draft } from "./mentions";
import { LINE } from "./protocol";

vi.mock("./visit-worker", () => ({ orphaned: () => false }));

type Heard<Said extends unknown[]> = (...said: Said) => void;

/** The worker's end of the line, as the browser would show it to a page. */
class Port {
  readonly sent: { turn: number; editor: string; attempt: Draft }[] = [];
  #said: Heard<[unknown]> = () => {};
  #gone: Heard<[]> = () => {};
  readonly onMessage = { addListener: (heard: Heard<[unknown]>) => (this.#said = heard) };
  readonly onDisconnect = { addListener: (heard: Heard<[]>) => (this.#gone = heard) };
  postMessage = (message: Port["sent"][number]) => this.sent.push(message);
  say = (said: unknown) => this.#said(said);
  close = () => this.#gone();
}

const decision = { id: "1", verdict: "allow", findings: [], warnings: [], checked: {} };
const answer = { kind: "decision", decision };
const draft = (text: string): Draft => ({ action: "post", site: "facebook", text });

let ports: Port[] = [];
let rest: (() => void)[] = [];
const pageRests = () => {
  for (const run of rest.splice(0)) run();
};

beforeEach(() => {
  ports = [];
  rest = [];
  vi.stubGlobal("requestIdleCallback", (run: () => void) => rest.push(run));
  const connect = vi.fn(() => {
    const port = new Port();
    ports.push(port);
    return port;
  });
  vi.stubGlobal("chrome", { runtime: { id: "us", connect } });
});
afterEach(() => vi.unstubAllGlobals());

test("nothing is asked before the page rests, and then on one line", async () => {
  const line = new Line();
  const told = line.ask("e1", draft("Go"));
  expect(ports).toEqual([]);
  pageRests();
  expect(chrome.runtime.connect).toHaveBeenCalledWith({ name: LINE });
  ports[0]?.say({ turn: ports[0].sent[0]?.turn, outcome: answer });
  expect(await told).toEqual(answer);
  void line.ask("e1", draft("Go on"));
  pageRests();
  expect(ports).toHaveLength(1);
});

test("of several texts of a box before that only the newest goes out, and the others are told", async () => {
  const line = new Line();
  const older = line.ask("e1", draft("G"));
  void line.ask("e1", draft("Go"));
  void line.ask("e2", draft("Hi"));
  pageRests();
  expect(ports[0]?.sent.map(({ attempt }) => attempt.text)).toEqual(["Go", "Hi"]);
  expect(await older).toEqual({ kind: "superseded" });
});

test("a line that is lost over a question is opened anew once, then it is told", async () => {
  const line = new Line();
  const told = line.ask("e1", draft("Go"));
  pageRests();
  ports[0]?.close();
  expect(ports[1]?.sent.map(({ attempt }) => attempt.text)).toEqual(["Go"]);
  ports[1]?.close();
  expect(await told).toEqual({ kind: "away", reason: "unreachable" });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { send } from "./visit-worker";

vi.mock("./kept-words", () => ({ keepWords: () => () => "" }));

const ASLEEP = new Error("Could not establish connection. Receiving end does not exist.");

let sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
/** What chrome.runtime is: without an id the extension that this script came with is gone. */
let runtime: { id: string | undefined; sendMessage: typeof sendMessage };

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage = vi.fn();
  runtime = { id: "us", sendMessage };
  vi.stubGlobal("chrome", { runtime });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const told = async () => {
  const answer = send({ kind: "remind" }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return answer;
};

test("what an event page loses as it falls asleep is told again, until it is heard", async () => {
  sendMessage.mockRejectedValueOnce(ASLEEP).mockResolvedValueOnce(undefined).mockResolvedValueOnce(true);
  expect(await told()).toBe(true);
  expect(sendMessage.mock.calls).toEqual([[{ kind: "remind" }], [{ kind: "remind" }], [{ kind: "remind" }]]);
});

test("an answer that says nothing is an answer", async () => {
  sendMessage.mockResolvedValueOnce(null);
  expect(await told()).toBeNull();
  expect(sendMessage).toHaveBeenCalledOnce();
});

test("where nobody ever answers it ends after some seconds", async () => {
  const began = Date.now();
  sendMessage.mockRejectedValue(ASLEEP);
  expect(await told()).toBe(ASLEEP);
  expect(Date.now() - began).toBeGreaterThan(3_000);
  expect(Date.now() - began).toBeLessThan(10_000);
});

test("a script that has outlived its extension asks once", async () => {
  runtime.id = undefined;
  sendMessage.mockRejectedValue(ASLEEP);
  expect(await told()).toBe(ASLEEP);
  expect(sendMessage).toHaveBeenCalledOnce();
});

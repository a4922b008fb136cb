// @vitest-environment node
// A real HTTP server on loopback stands in for the agent, since the proof is about what goes over the wire.
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AgentClient, type LinkSource, type NoLink } from "./agent-client";
import type { Link } from "./proof";

const TOKEN = "a1".repeat(32);
const ATTEMPT = { action: "post", site: "facebook", text: "So proud of Zelda Quistgaard" } as const;
const CHECKED = { roster: "fresh", names: "ready", calendar: "ready", rules: "sha256:0" };
const DECISION = { id: "1", verdict: "allow", findings: [], warnings: [], checked: CHECKED };

interface Heard {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answer = (heard: Heard, response: ServerResponse, port: number) => void;

/** Proves itself with `token` and answers checks as told. */
function agent(token = TOKEN, onCheck: Answer = (_heard, response) => json(response, 200, DECISION)): Answer {
  return (heard, response, port) => {
    if (heard.url !== "/v1/proof") {
      onCheck(heard, response, port);
      return;
    }
    const { nonce } = JSON.parse(heard.body) as { nonce: string };
    const said = { port, version: "0.1.0", started: "2026-11-22T13:00:00+00:00" };
    const mac = createHmac("sha256", token)
      .update(`${nonce}|${said.port}|${said.version}|${said.started}`)
      .digest("hex");
    json(response, 200, { ...said, mac });
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

let server: Server;
let port: number;
let heard: Heard[];
let answer: Answer;
let links: LinkSource & { token: string; none: NoLink | null; asked: number; forgotten: number };
let now: number;
let client: AgentClient;

beforeEach(async () => {
  heard = [];
  answer = agent();
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const entry = { url: request.url ?? "", headers: request.headers, body: Buffer.concat(parts).toString() };
      heard.push(entry);
      answer(entry, response, port);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
  now = 10_000;
  links = {
    token: TOKEN,
    none: null,
    asked: 0,
    forgotten: 0,
    get(): Promise<Link | NoLink> {
      this.asked += 1;
      return Promise.resolve(this.none ?? { port, token: this.token });
    },
    forget(): Promise<void> {
      this.forgotten += 1;
      return Promise.resolve();
    },
  };
  client = new AgentClient(links, "pt", () => now);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe("with the agent up", () => {
  test("proves first, then asks with token, language and our own header", async () => {
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "decision", decision: DECISION });
    expect(heard.map(({ url }) => url)).toEqual(["/v1/proof", "/v1/checks"]);
    expect(heard[0]?.headers.authorization).toBeUndefined();
    expect(heard[1]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/json",
      "x-second-look": "1",
      "accept-language": "pt",
    });
    expect(JSON.parse(heard[1]?.body ?? "")).toEqual(ATTEMPT);
  });

  test("every request has its own proof, however soon it follows", async () => {
    await client.check("e1", ATTEMPT);
    await client.check("e1", ATTEMPT);
    expect(heard.map(({ url }) => url.slice(4))).toEqual(["proof", "checks", "proof", "checks"]);
  });

  test("each proof has a nonce of its own", async () => {
    await client.check("e1", ATTEMPT);
    await client.check("e1", ATTEMPT);
    const nonces = heard.filter(({ url }) => url === "/v1/proof").map(({ body }) => body);
    expect(new Set(nonces).size).toBe(2);
  });

  test("a newer text of the same editor ends the older check, another editor's goes on", async () => {
    const held: ServerResponse[] = [];
    answer = agent(TOKEN, ({ body }, response) => {
      if (body.includes("slow")) held.push(response);
      else json(response, 200, DECISION);
    });
    const older = client.check("e1", { ...ATTEMPT, text: "slow 1" });
    const other = client.check("e2", { ...ATTEMPT, text: "slow 2" });
    await expect.poll(() => held.length).toBe(2);
    const newer = client.check("e1", { ...ATTEMPT, text: "quick" });
    expect(await older).toEqual({ kind: "superseded" });
    expect((await newer).kind).toBe("decision");
    for (const response of held) json(response, 200, DECISION);
    expect((await other).kind).toBe("decision");
  });

  test("a 401 fetches a new token once and tries again", async () => {
    answer = agent(TOKEN, ({ headers }, response) => {
      const fresh = headers.authorization === `Bearer ${TOKEN}` && links.forgotten > 0;
      json(response, fresh ? 200 : 401, fresh ? DECISION : {});
    });
    expect((await client.check("e1", ATTEMPT)).kind).toBe("decision");
    expect(links.forgotten).toBe(1);
  });

  test("not a student goes out after a proof, and an empty answer is a yes", async () => {
    answer = agent(TOKEN, (_heard, response) => {
      response.writeHead(204);
      response.end();
    });
    expect(await client.tell("/v1/exceptions", { name: "Zelda", kind: "not_student" })).toBe(true);
    expect(heard.map(({ url }) => url)).toEqual(["/v1/proof", "/v1/exceptions"]);
  });
});

describe("a program that squats the port", () => {
  const liars: [string, Answer][] = [
    ["answers 200 to everything", (_heard, response) => json(response, 200, DECISION)],
    ["signs with another token", agent("b2".repeat(32))],
    ["sends no JSON", (_heard, response) => response.end("<html>hello</html>")],
    [
      "sends a mac that is no hex",
      (_h, response) => json(response, 200, { port, version: "1", started: "x", mac: "zz" }),
    ],
    ["answers 500", (_heard, response) => json(response, 500, {})],
  ];

  test.each(liars)("that %s gets no text and no token", async (_what, lie) => {
    answer = lie;
    const outcome = await client.check("e1", ATTEMPT);
    expect(outcome).toEqual({ kind: "away", reason: "not_proved" });
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every(({ url }) => url === "/v1/proof")).toBe(true);
    expect(JSON.stringify(heard)).not.toMatch(/Zelda|Bearer|(?:a1){8}/);
  });

  test("that replays a proof it overheard gets nothing", async () => {
    let overheard = "";
    const honest = agent();
    answer = (entry, response, at) => {
      const end = response.end.bind(response);
      response.end = ((body: string) => {
        if (entry.url === "/v1/proof") overheard = body;
        return end(body);
      }) as typeof response.end;
      honest(entry, response, at);
    };
    await client.check("e1", ATTEMPT);
    heard.length = 0;
    answer = (_entry, response) => response.end(overheard);
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "not_proved" });
    expect(JSON.stringify(heard)).not.toContain("Zelda");
  });

  test("that takes the port in the same moment as the agent dies gets nothing", async () => {
    expect((await client.check("e1", ATTEMPT)).kind).toBe("decision");
    heard.length = 0;
    answer = (_heard, response) => json(response, 200, DECISION);
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "not_proved" });
    expect(JSON.stringify(heard)).not.toMatch(/Zelda|Bearer|(?:a1){8}/);
  });

  test("that proxies a proof made for another port gets nothing", async () => {
    answer = (entry, response) => agent()(entry, response, 1);
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "not_proved" });
  });
});

describe("without an agent", () => {
  test("a refused connection is unreachable, at once", async () => {
    await new Promise((done) => server.close(done));
    const began = performance.now();
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "unreachable" });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("the native host is not started again for each key pressed", async () => {
    await new Promise((done) => server.close(done));
    for (let key = 0; key < 5; key += 1) await client.check("e1", ATTEMPT);
    expect(links.forgotten).toBe(1);
    now += 3_000;
    await client.check("e1", ATTEMPT);
    expect(links.forgotten).toBe(2);
  });

  test("no native host is its own reason", async () => {
    links.none = "no_host";
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "no_host" });
    expect(heard).toEqual([]);
  });

  test("an agent that never answers is late after one deadline, proof included", async () => {
    answer = agent(TOKEN, () => {});
    const began = performance.now();
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "late" });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("a pause is told from a refusal, and only by its code", async () => {
    answer = agent(TOKEN, (_heard, response) => json(response, 503, { code: "paused", detail: "no" }));
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "paused" });
    answer = agent(TOKEN, (_heard, response) => json(response, 503, { code: "busy", detail: "paused" }));
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason: "refused" });
  });

  test.each([
    ["garbage", (_heard: Heard, response: ServerResponse) => response.end("nonsense"), "bad_answer"],
    ["an error", (_heard: Heard, response: ServerResponse) => json(response, 500, { detail: "no" }), "refused"],
    [
      "half a decision",
      (_heard: Heard, response: ServerResponse) => json(response, 200, { verdict: "allow" }),
      "bad_answer",
    ],
  ])("%s for an answer is never taken for clean", async (_what, onCheck, reason) => {
    answer = agent(TOKEN, onCheck);
    expect(await client.check("e1", ATTEMPT)).toEqual({ kind: "away", reason });
  });
});

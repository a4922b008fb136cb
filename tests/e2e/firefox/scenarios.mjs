// All scenarios by name, theme by theme: what must be true in every browser, told as a person would do it. Each gets a fresh tab
// and what lies around it (around.mjs), and throws when it is not true. The pages are the fixture sites; the agent is the real
// one. ../behaviours.json says which behaviour each of them plays. Called by driver.mjs by name.
import { agent } from "./scenarios/agent.mjs";
import { axe } from "./scenarios/axe.mjs";
import { card } from "./scenarios/card.mjs";
import { changed } from "./scenarios/changed.mjs";
import { comments } from "./scenarios/comments.mjs";
import { crowded } from "./scenarios/crowded.mjs";
import { dragging } from "./scenarios/dragging.mjs";
import { extension } from "./scenarios/extension.mjs";
import { hostile } from "./scenarios/hostile.mjs";
import { keyboard } from "./scenarios/keyboard.mjs";
import { looks } from "./scenarios/looks.mjs";
import { messages } from "./scenarios/messages.mjs";
import { people } from "./scenarios/people.mjs";
import { personalPosts } from "./scenarios/personal.mjs";
import { photos } from "./scenarios/photos.mjs";
import { posting } from "./scenarios/posting.mjs";
import { typing } from "./scenarios/typing.mjs";
import { visits } from "./scenarios/visits.mjs";

export const scenarios = {
  ...hostile,
  ...posting,
  ...agent,
  ...changed,
  ...photos,
  ...visits,
  ...people,
  ...comments,
  ...messages,
  ...personalPosts,
  ...card,
  ...keyboard,
  ...looks,
  ...axe,
  ...extension,
  ...typing,
  ...crowded,
  ...dragging,
};

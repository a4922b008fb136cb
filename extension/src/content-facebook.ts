// The content script of Facebook and Messenger.
import facts from "packed:facebook";
import { lookAfter } from "./content";
import { facebook } from "./sites/facebook";
import { Scene } from "./sites/scene";
import { livePage } from "./sites/site";

const scene = new Scene(facts, livePage());
lookAfter(facebook(scene), scene);

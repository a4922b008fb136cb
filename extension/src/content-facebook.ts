// The content script of Facebook and Messenger.
import facts from "packed:facebook";
import { lookAfter } from "./content";
import { facebook } from "./sites/facebook";
import { livePage } from "./sites/site";

lookAfter(facts, (now) => facebook(now, livePage()));

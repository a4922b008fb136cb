// The content script of Instagram.
import facts from "packed:instagram";
import { lookAfter } from "./content";
import { instagram } from "./sites/instagram";
import { livePage } from "./sites/site";

lookAfter(facts, (now) => instagram(now, livePage()));

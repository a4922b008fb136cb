// The content script of Instagram.
import facts from "packed:instagram";
import { lookAfter } from "./content";
import { instagram } from "./sites/instagram";
import { Scene } from "./sites/scene";
import { livePage } from "./sites/site";

const scene = new Scene(facts, livePage());
lookAfter(instagram(scene), scene);
